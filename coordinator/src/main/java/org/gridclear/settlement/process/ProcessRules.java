package org.gridclear.settlement.process;

import java.util.List;

/**
 * Hours and days of the process.
 *
 * @param dataHours after a day, until which its data are checked (S-18)
 * @param dayHours after a day, until which it is published (S-19)
 * @param weekHours after a week, until which it is published (S-21)
 * @param monthHours after a month, until which it is published (S-23)
 * @param confirmDays working days to confirm (S-37)
 * @param answerDays working days to answer a dispute, and to publish what was granted (S-41)
 */
public record ProcessRules(
    int dataHours, int dayHours, int weekHours, int monthHours, int confirmDays, int answerDays) {
  /** What holds where nothing was set. */
  public static final ProcessRules STANDARD = new ProcessRules(24, 48, 72, 72, 3, 5);

  private static final int HOURS_MAX = 240;
  private static final int DAYS_MAX = 60;

  public ProcessRules {
    for (int hours : List.of(dataHours, dayHours, weekHours, monthHours)) {
      check("hours", hours, HOURS_MAX);
    }
    check("working days", confirmDays, DAYS_MAX);
    check("working days", answerDays, DAYS_MAX);
  }

  private static void check(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "The %s (%d) must lie in 1..%d.".formatted(what, value, most));
    }
  }
}
