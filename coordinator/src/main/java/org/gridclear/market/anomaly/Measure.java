package org.gridclear.market.anomaly;

import java.util.Locale;

/** How an anomaly was handled (I-06, I-07, I-08). */
public enum Measure {
  /** Limits that could not be met were changed, and the case was cleared again. */
  CHANGED_LIMITS,
  /** A result of before took the place of the clearing. */
  FALLBACK,
  /** Something else that the rules of the market allow, said in words. */
  OTHER;

  /** Name in files and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
