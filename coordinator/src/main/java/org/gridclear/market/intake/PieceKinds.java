package org.gridclear.market.intake;

import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.PieceVersion;

/** Names of kinds of pieces that are no series. */
public final class PieceKinds {
  /** Versions of the network with its units. */
  public static final String NETWORK = "network";

  /** Outages, commissionings and retirements. */
  public static final String TICKET = "ticket";

  /** States of units and branches at a time. */
  public static final String SNAPSHOT = "snapshot";

  /** Rules of checks. */
  public static final String CHECKS = "checks";

  /** Rules of anomalies. */
  public static final String ANOMALY_RULES = "anomaly-rules";

  private PieceKinds() {}

  /** The key of a kind of series. */
  public static PieceVersion.Key of(SeriesKind kind) {
    return new PieceVersion.Key(kind.label(), "");
  }
}
