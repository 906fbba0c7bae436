package org.gridclear.market.workflow.book;

/** When a workflow starts: once a trading date, at a gate, or every so many minutes of the date. */
public sealed interface Cycles {
  /**
   * Once a trading date; its cycle is 0.
   *
   * @param at when
   */
  record Daily(DayTime at) implements Cycles {
    @Override
    public String toString() {
      return "daily, " + at;
    }
  }

  /**
   * Once a trading date, at the gate of a market; its cycle is 0. A date without a gate has no
   * start.
   *
   * @param market such as {@code da}
   */
  record AtGate(String market) implements Cycles {
    @Override
    public String toString() {
      return "daily, at the gate of " + market;
    }
  }

  /**
   * Every so many minutes of the trading date, cycles from 1 on. A date of 23 hours has fewer, one
   * of 25 hours more.
   *
   * @param minutes length of a cycle
   * @param leadMinutes how long before its cycle a run starts
   */
  record Every(int minutes, int leadMinutes) implements Cycles {
    @Override
    public String toString() {
      return "every %d min%s"
          .formatted(minutes, leadMinutes == 0 ? "" : ", %d min ahead".formatted(leadMinutes));
    }
  }
}
