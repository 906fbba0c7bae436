package org.gridclear.market.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesLookup;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.jspecify.annotations.Nullable;

/** Series of a market as they were known at a gate; each delivery is read once. */
public final class KnownPieces implements SeriesLookup {
  private final PieceStore store;
  private final MarketClock clock;
  private final Instant gate;
  private final Map<String, SeriesSet> read = new HashMap<>();
  private final Map<SeriesSet, PieceVersion> versions = new HashMap<>();

  /**
   * What was known.
   *
   * @param store pieces of the market
   * @param clock the market's
   * @param gate the time at which it had to be known
   */
  public KnownPieces(PieceStore store, MarketClock clock, Instant gate) {
    this.store = store;
    this.clock = clock;
    this.gate = gate;
  }

  @Override
  public List<SeriesSet> covering(SeriesKind kind, Instant from, Instant to) {
    List<SeriesSet> sets = new ArrayList<>();
    for (PieceVersion version : store.known(kind.label(), from, to, gate)) {
      SeriesSet set =
          read.computeIfAbsent(
              version.contentHash(),
              hash ->
                  SeriesReader.json(
                      store.content(version), kind + " version " + version.version(), clock));
      versions.put(set, version);
      sets.add(set);
    }
    return sets;
  }

  /** The version of a delivery that was looked up. */
  public @Nullable PieceVersion versionOf(SeriesSet set) {
    return versions.get(set);
  }
}
