package org.gridclear.market.anomaly.rule;

import java.util.Locale;

/** How grave an anomaly is, the gravest first. */
public enum AnomalySeverity {
  /** The result is not handed on before somebody has handled it. */
  SEVERE,
  /** Somebody has to look at it. */
  WARNING,
  /** It is worth knowing. */
  NOTICE;

  /** Name in files and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
