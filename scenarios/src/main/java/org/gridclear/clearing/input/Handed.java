package org.gridclear.clearing.input;

import org.gridclear.market.MarketDay;
import org.jspecify.annotations.Nullable;

/**
 * What a window goes on from: what was, and what is planned. Where one run did not plan all, the
 * plan is that of an earlier run; both have periods of the same length.
 *
 * @param past what the run before did
 * @param plan what is planned for the window and for later; the same where one run planned all
 */
record Handed(InitialConditions past, InitialConditions plan) {
  /**
   * What a window goes on from.
   *
   * @param before what the run before handed on
   * @param plan what an earlier run planned for the periods after it, null for nothing more
   * @throws IllegalArgumentException if it begins inside a period of the run before, or the plan
   *     does not go on where that ends
   */
  static Handed to(MarketDay window, InitialConditions before, @Nullable InitialConditions plan) {
    int minutes = window.horizon().minutesPerPeriod();
    if (plan == null || plan.endMinute() <= before.endMinute()) {
      return one(window, before);
    }
    int shorter = Math.min(before.horizon().minutesPerPeriod(), plan.horizon().minutesPerPeriod());
    boolean apart =
        minutes >= shorter
            && before.endMinute() == window.horizon().startMinute()
            && window.rules().bands().isEmpty();
    if (!apart) {
      return one(window, before.goingOn(plan));
    }
    Handed handed = new Handed(before.inPeriodsOf(shorter), plan.inPeriodsOf(shorter));
    handed.past().refuseUnlessFollowedBy(handed.plan());
    return handed;
  }

  private static Handed one(MarketDay window, InitialConditions before) {
    InitialConditions all = before.inPeriodsOf(window.horizon().minutesPerPeriod());
    all.refuseIfInsideAPeriod(window.horizon().startMinute());
    return new Handed(all, all);
  }
}
