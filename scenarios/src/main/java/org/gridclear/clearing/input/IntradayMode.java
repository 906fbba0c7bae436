package org.gridclear.clearing.input;

import java.util.Locale;

/** What an intraday run decides (E-03, AMB-12). */
public enum IntradayMode {
  /** Security-constrained unit commitment: statuses of fast-start units, and all outputs. */
  SCUC(MarketRun.FAST_START_HOURS),
  /** Security-constrained economic dispatch: outputs, with every status of the run before. */
  SCED(MarketRun.NONE_MAY_START);

  private final double fastStartHoursMax;

  IntradayMode(double fastStartHoursMax) {
    this.fastStartHoursMax = fastStartHoursMax;
  }

  /** Longest minimum up and down time of a unit that the run may start. */
  public double fastStartHoursMax() {
    return fastStartHoursMax;
  }

  /** Its word in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode of a word.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static IntradayMode of(String label) {
    for (IntradayMode mode : values()) {
      if (mode.label().equals(label)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no mode of intraday: scuc or sced.".formatted(label));
  }

  /**
   * Refuses a market that has no choice: the day ahead and the long cycle commit, real time only
   * dispatches.
   *
   * @throws IllegalArgumentException if it is not intraday
   */
  public IntradayMode in(Market market) {
    if (market != Market.ID) {
      throw new IllegalArgumentException(
          "The mode %s is of intraday (id) alone; %s"
              .formatted(
                  label(),
                  market == Market.RT
                      ? "real time (rt) always dispatches the statuses of the run before."
                      : "day ahead (da) and long cycle (lt-ruc) always commit."));
    }
    return this;
  }
}
