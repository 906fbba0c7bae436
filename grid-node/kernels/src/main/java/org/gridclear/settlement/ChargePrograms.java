package org.gridclear.settlement;

import java.util.HashMap;
import java.util.Map;
import org.gridclear.member.RuleBook;
import org.gridclear.scenario.resolved.SettlementMonth;

/** The rules of a month, compiled once; safe for several threads. */
public final class ChargePrograms {
  private final SettlementMonth month;
  private final BookPrograms[] ofDay;

  /**
   * Compiles the rules of every day.
   *
   * @throws IllegalArgumentException if a rule cannot be computed; {@link BookCheck} lists them all
   */
  public ChargePrograms(SettlementMonth month) {
    this.month = month;
    this.ofDay = new BookPrograms[month.days()];
    Map<RuleBook, BookPrograms> known = new HashMap<>();
    for (int day = 1; day <= ofDay.length; day++) {
      RuleBook today = month.book().on(month.date(day), month.mode());
      ofDay[day - 1] =
          known.computeIfAbsent(
              today, rules -> new BookPrograms(month.book(), rules, month.intervals()));
      if (!ofDay[day - 1].issues().isEmpty()) {
        throw new IllegalArgumentException(
            "The book has errors: " + ofDay[day - 1].issues().get(0));
      }
    }
  }

  /** What is settled. */
  public SettlementMonth month() {
    return month;
  }

  BookPrograms on(int day) {
    return ofDay[day - 1];
  }
}
