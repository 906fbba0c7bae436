package org.gridclear.clearing.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Turns a day into the case of a market run: its periods, the state that the run before left, and
 * which commitments are still free (C-01, E-02, F-01, A-15). What is not free is given as data, so
 * one kernel clears all markets.
 *
 * @param market the market
 * @param from first period of the day that is cleared
 * @param periods how many; 0 for all to the end of the day
 * @param days days that are cleared together, from the first of the case; 0 for all that it has
 * @param minutes length of periods; 0 for that of the case
 * @param fastStartHoursMax longest minimum up and down time of a unit that intraday may start
 * @param repeatLast whether the last day of the case goes on where it has fewer days (AMB-14)
 */
public record MarketRun(
    Market market,
    int from,
    int periods,
    int days,
    int minutes,
    double fastStartHoursMax,
    boolean repeatLast) {
  /** Minimum times of a fast-start unit, in hours. */
  public static final double FAST_START_HOURS = 1;

  /** In place of the hours: no unit is a fast-start unit, so intraday only dispatches (E-03). */
  public static final double NONE_MAY_START = -1;

  public MarketRun {
    if (periods < 0 || days < 0 || minutes < 0) {
      throw new IllegalArgumentException(
          "Periods (%d), days (%d) and minutes of a period (%d) must be more than 0, or 0 for those of the case."
              .formatted(periods, days, minutes));
    }
  }

  /** A run of days that the case has. */
  public MarketRun(
      Market market, int from, int periods, int days, int minutes, double fastStartHoursMax) {
    this(market, from, periods, days, minutes, fastStartHoursMax, false);
  }

  /** A run of the whole day. */
  public static MarketRun whole(Market market) {
    return new MarketRun(market, 0, 0, 0, 0, FAST_START_HOURS);
  }

  /**
   * The case of the run.
   *
   * @param before what the run before handed on, null for none
   * @throws IllegalArgumentException if periods lie outside the day, a market that inherits its
   *     commitment has none to inherit, or a constraint looks back beyond the first period
   */
  public MarketDay of(MarketDay day, @Nullable InitialConditions before) {
    return of(day, before, null);
  }

  /**
   * The case of the run.
   *
   * @param before what the run before handed on, null for none
   * @param plan what an earlier run planned for the periods after it, null for nothing more
   * @throws IllegalArgumentException as above, if the plan does not go on where the run before
   *     ends, if the run before was of a date with which this one does not go on, or if one has no
   *     date where the others have several
   */
  public MarketDay of(
      MarketDay day, @Nullable InitialConditions before, @Nullable InitialConditions plan) {
    for (LinearConstraint constraint : day.rules().linear()) {
      if (constraint.looksBack() && (from > 0 || days > 0 || before != null)) {
        throw new IllegalArgumentException(
            ("The constraint %s looks back on periods before the first one of this run, which are"
                    + " not known: clear its day from the first period on, without --after and"
                    + " --days.")
                .formatted(constraint.id()));
      }
    }
    Optional<CommonClock> clock = CommonClock.of(day.horizon(), before, plan);
    if (clock.isEmpty()) {
      refuseUnlessReached(day, before);
      return window(day, before, plan);
    }
    refuseIfLater(day, before);
    CommonClock on = clock.get();
    MarketDay moved = on.on(day);
    InitialConditions past = on.on(before);
    refuseUnlessReached(moved, past);
    LocalDate date = Objects.requireNonNull(day.horizon().firstDay());
    return on.back(window(moved, past, on.on(plan)), date);
  }

  private void refuseUnlessReached(MarketDay day, @Nullable InitialConditions before) {
    if (before != null) {
      int minutesOn = from * (minutes > 0 ? minutes : day.horizon().minutesPerPeriod());
      before.refuseUnlessItReaches(day.horizon().startMinute() + minutesOn);
    }
  }

  private static void refuseIfLater(MarketDay day, @Nullable InitialConditions before) {
    LocalDate date = day.horizon().firstDay();
    LocalDate dateBefore = before == null ? null : before.horizon().firstDay();
    if (date != null && dateBefore != null && dateBefore.isAfter(date)) {
      throw new IllegalArgumentException(
          "The run before is of %s, and this one of %s: a run goes on from an earlier one."
              .formatted(dateBefore, date));
    }
  }

  /**
   * The same as part of a whole that is cleared later: constraints that look back on periods before
   * the first do not hold there.
   */
  public MarketDay window(MarketDay day, @Nullable InitialConditions before) {
    return window(day, before, null);
  }

  private MarketDay window(
      MarketDay day, @Nullable InitialConditions before, @Nullable InitialConditions plan) {
    int length = minutes > 0 ? minutes : day.horizon().minutesPerPeriod();
    PeriodMap all =
        days > 0 || minutes > 0
            ? PeriodMap.days(day.horizon(), days, length, repeatLast)
            : PeriodMap.same(day.horizon());
    int last = all.horizon().periodCount();
    if (from < 0 || from >= last) {
      throw new IllegalArgumentException(
          "The first period (%d) must lie in 1..%d.".formatted(from + 1, last));
    }
    int to = periods > 0 ? from + periods : last;
    if (to > last) {
      throw new IllegalArgumentException(
          "The periods (%d..%d) must lie in 1..%d.".formatted(from + 1, to, last));
    }
    boolean same = days == 0 && minutes == 0 && to - from == day.periodCount();
    MarketDay cut = same ? day : HorizonWindow.on(day, all.partOf(from, to));
    if (inherits() && before == null && !given(cut)) {
      throw new IllegalArgumentException(
          "The market "
              + market
              + " takes its commitment from a run before it: name its folder with --after (after:"
              + " in a study), or give every status in the case.");
    }
    return before == null
        ? cut
        : new Handover(this, day, all, cut, Handed.to(cut, before, plan)).day();
  }

  /**
   * A case in which the statuses of units that need time are those of the long cycle: of all
   * units whose minimum up or down time is longer than that of a fast-start unit, or whose starts
   * are ordered before.
   *
   * @param longCycle what the long cycle handed on, over these periods or more
   * @throws IllegalArgumentException if it does not cover the periods, or does not know a unit
   */
  public MarketDay bound(MarketDay day, InitialConditions longCycle) {
    return CommonClock.of(day.horizon(), longCycle)
        .map(
            clock ->
                day.withThermalUnits(
                    boundUnits(clock.on(day), longCycle.on(clock.on(longCycle.horizon())))))
        .orElseGet(() -> day.withThermalUnits(boundUnits(day, longCycle)));
  }

  private List<ThermalUnit> boundUnits(MarketDay day, InitialConditions longCycle) {
    InitialConditions plan = longCycle.inPeriodsOf(day.horizon().minutesPerPeriod());
    plan.refuseUnlessItCovers(day.horizon(), "the long cycle");
    InitialConditions.UnitPath[] paths = plan.pathsOf(day.thermalUnits());
    List<ThermalUnit> units = new ArrayList<>();
    for (ThermalUnit unit : day.thermalUnits()) {
      InitialConditions.UnitPath path = paths[units.size()];
      if (path == null) {
        throw new IllegalArgumentException(
            "The long cycle does not know the unit %s: clear it again.".formatted(unit.id()));
      }
      boolean free = isFast(unit) && day.rules().leadHours(unit.id()) == 0;
      units.add(free ? unit : unit.withCommitment(statuses(unit, day, path, plan)));
    }
    return units;
  }

  boolean isFast(ThermalUnit unit) {
    return unit.minUpHours() <= fastStartHoursMax && unit.minDownHours() <= fastStartHoursMax;
  }

  /** Statuses that a run decided; what the day itself keeps out stays out. */
  static List<Commitment> statuses(
      ThermalUnit unit, MarketDay day, InitialConditions.UnitPath path, InitialConditions plan) {
    List<Commitment> statuses = new ArrayList<>();
    for (int t = 0; t < day.periodCount(); t++) {
      int minute = day.horizon().startMinute() + t * day.horizon().minutesPerPeriod();
      boolean on = path.on()[plan.periodAt(minute)];
      boolean out = unit.commitment().get(t) == Commitment.OFF;
      statuses.add(on && !out ? Commitment.ON : Commitment.OFF);
    }
    return statuses;
  }

  /** Says what of the run is not in the case: days that are repeated, or a horizon of one day. */
  public void notices(MarketDay day, IssueLog log) {
    double minutesAll = day.periodCount() * day.horizon().minutesPerPeriod();
    double has = minutesAll / InitialConditions.MINUTES_PER_DAY;
    if (days > has) {
      log.notice(
          Rule.TAKEN_AS,
          "horizon",
          "",
          "days",
          days,
          "The case has %d periods of %d min; its last day is repeated to the end of day %d."
              .formatted(day.periodCount(), day.horizon().minutesPerPeriod(), days));
    } else if (market == Market.LT_RUC && Math.max(days, 1) == 1 && has <= 1) {
      log.notice(
          Rule.TAKEN_AS,
          "horizon",
          "",
          "days",
          1,
          "The long cycle covers one day, as the case has one; --days 7 --repeat-days goes on with"
              + " it.");
    }
  }

  /** Whether statuses of some units are those of the run before. */
  boolean inherits() {
    return market == Market.ID || market == Market.RT;
  }

  private static boolean given(MarketDay day) {
    return day.thermalUnits().stream()
        .flatMap(unit -> unit.commitment().stream())
        .noneMatch(status -> status == Commitment.FREE);
  }
}
