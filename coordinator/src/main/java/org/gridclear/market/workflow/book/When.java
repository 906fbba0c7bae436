package org.gridclear.market.workflow.book;

/** When something is: at a time of a day, or so long after its instance starts. */
public sealed interface When {
  /**
   * At a time of a day.
   *
   * @param time which
   */
  record At(DayTime time) implements When {
    @Override
    public String toString() {
      return "at " + time;
    }
  }

  /**
   * After the start of the instance.
   *
   * @param minutes minutes of time that passes
   */
  record AfterStart(int minutes) implements When {
    @Override
    public String toString() {
      return minutes + " min after the start";
    }
  }
}
