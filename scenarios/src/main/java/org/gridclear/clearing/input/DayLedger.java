package org.gridclear.clearing.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.ResourceRate;
import org.gridclear.market.rule.Span;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.jspecify.annotations.Nullable;

/**
 * What runs before have used of everything that is added up over a day or a horizon, and what they
 * planned for later (AMB-03): counted from the statuses and outputs that were handed on.
 */
final class DayLedger {
  private static final double CHANGE_MIN_MW = 1e-6;

  private final MarketDay day;
  private final PeriodMap data;
  private final InitialConditions before;
  private final InitialConditions plan;
  private final int fromMinute;
  private final int toMinute;
  private @Nullable Map<String, InitialConditions.UnitPath> done;
  private @Nullable Map<String, InitialConditions.UnitPath> planned;
  private int startsAt;

  /**
   * The ledger of a window.
   *
   * @param day the whole day
   * @param data where the periods of its data lie, days that are repeated included
   * @param window the periods that are cleared now
   */
  DayLedger(MarketDay day, PeriodMap data, Horizon window, Handed handed) {
    this.day = day;
    this.data = data;
    this.before = handed.past();
    this.plan = handed.plan();
    this.fromMinute = window.startMinute();
    this.toMinute = fromMinute + window.periodCount() * window.minutesPerPeriod();
  }

  /** Starts of a unit on the day of the window before it. */
  int starts(InitialConditions.UnitPath path, int byDefault) {
    int from = InitialConditions.dayStart(fromMinute);
    int count = before.startsOnDayOf(fromMinute) ? startsBefore(path.unit(), byDefault) : 0;
    int end = Math.min(path.on().length - 1, before.periodBefore(fromMinute));
    for (int p = 0; p <= end; p++) {
      count += before.minuteOf(p) >= from && path.starts(p) ? 1 : 0;
    }
    return count;
  }

  /** Starts of a unit on the day of the run before, before its first period. */
  private int startsBefore(String unit, int byDefault) {
    List<InitialConditions.Used> used = before.used();
    for (int i = 0; i < used.size(); i++) {
      InitialConditions.Used each = used.get((startsAt + i) % used.size());
      if (each.counted() == InitialConditions.Counted.STARTS && each.id().equals(unit)) {
        startsAt = (startsAt + i + 1) % used.size();
        return (int) each.amount();
      }
    }
    return byDefault;
  }

  /** Changes of an HVDC line on the day of the window before it. */
  int changes(String line, int byDefault) {
    double[] mw = InitialConditions.values(before.hvdc(), line).orElse(new double[0]);
    int from = InitialConditions.dayStart(fromMinute);
    int count =
        before.countOfDay(InitialConditions.Counted.HVDC_CHANGES, line, fromMinute, byDefault);
    Optional<Double> initial = before.used(InitialConditions.Counted.HVDC_POWER, line);
    for (int p = 0; p < mw.length; p++) {
      double last = p > 0 ? mw[p - 1] : initial.orElse(mw[0]);
      boolean counts = before.minuteOf(p) >= from && before.minuteOf(p) < fromMinute;
      count += counts && Math.abs(mw[p] - last) > CHANGE_MIN_MW ? 1 : 0;
    }
    return count;
  }

  /**
   * What of a range's first span in the window was used before it.
   *
   * @param whole the constraint in the periods of the data
   */
  double used(RangeConstraint whole) {
    int rangeFrom = minuteOfDay(whole.from());
    if (rangeFrom >= fromMinute) {
      return whole.used();
    }
    boolean horizon = whole.span() == Span.HORIZON;
    int spanFrom = horizon ? Integer.MIN_VALUE : InitialConditions.dayStart(fromMinute);
    double earlier = 0;
    if (horizon || before.startsOnDayOf(fromMinute)) {
      earlier =
          before
              .used(InitialConditions.Counted.RANGE, whole.id())
              .orElse(horizon || rangeFrom >= spanFrom ? whole.used() : 0);
    }
    if (done == null) {
      done = before.pathOfUnit();
    }
    return earlier + sum(whole, before, done, Math.max(spanFrom, rangeFrom), fromMinute);
  }

  /**
   * The constraint of which one of the window is a part, in the periods of the data: where days are
   * repeated, the one of its day.
   */
  RangeConstraint ofData(RangeConstraint part, Horizon window) {
    int minute = window.startMinute() + part.from() * window.minutesPerPeriod();
    int minutes = window.minutesPerPeriod();
    List<RangeConstraint> ranges = day.rules().ranges();
    boolean itself = ranges.stream().anyMatch(each -> part.id().equals(each.id()));
    return ranges.stream()
        .filter(
            each -> itself ? part.id().equals(each.id()) : part.id().startsWith(each.id() + " #"))
        .flatMap(each -> each.on(data).stream())
        .filter(each -> minuteOfDay(each.from()) < minute + minutes)
        .filter(each -> minuteOfDay(each.to()) > minute)
        .findFirst()
        .orElse(part);
  }

  /** What was planned of a range's last span in the window for after it. */
  double planned(RangeConstraint whole) {
    int spanTo =
        whole.span() == Span.HORIZON
            ? Integer.MAX_VALUE
            : InitialConditions.dayStart(toMinute - 1) + InitialConditions.MINUTES_PER_DAY;
    if (planned == null) {
      planned = plan.pathOfUnit();
    }
    return sum(whole, plan, planned, toMinute, Math.min(spanTo, minuteOfDay(whole.to())));
  }

  private int minuteOfDay(int period) {
    return data.horizon().startMinute() + period * data.horizon().minutesPerPeriod();
  }

  private double sum(
      RangeConstraint range,
      InitialConditions of,
      Map<String, InitialConditions.UnitPath> paths,
      int from,
      int to) {
    double sum = 0;
    if (from >= to || from >= of.endMinute() || to <= of.horizon().startMinute()) {
      return sum;
    }
    var thermal = Members.of(day, range.scope());
    var without = Members.profiledOf(day, range.scope());
    for (int p = 0; p < of.horizon().periodCount(); p++) {
      if (of.minuteOf(p) >= from && of.minuteOf(p) < to) {
        for (String unit : thermal) {
          InitialConditions.UnitPath path = paths.get(unit);
          sum += path == null ? 0 : quantity(range, path, p, of.minuteOf(p));
        }
        for (String unit : without) {
          double[] mw =
              InitialConditions.values(of.profiled(), unit).orElseThrow(() -> notHandedOn(unit));
          sum += quantity(range, unit, mw[p]);
        }
      }
    }
    return sum;
  }

  private static IllegalArgumentException notHandedOn(String unit) {
    return new IllegalArgumentException(
        "The run before hands on no output of unit %s, which a constraint of the day counts: clear it again."
            .formatted(unit));
  }

  private double quantity(
      RangeConstraint range, InitialConditions.UnitPath path, int p, int minute) {
    double on = path.on()[p] ? 1 : 0;
    double hours = before.horizon().hoursPerPeriod();
    return switch (range.kind()) {
      case STARTS -> path.starts(p) ? 1 : 0;
      case STOPS -> path.stops(p) ? 1 : 0;
      case UNITS_ONLINE -> on;
      case MUST_RUN_CAPACITY -> on * capacityMw(path.unit(), minute);
      case EMISSION, EMISSION_TOTAL, FUEL -> {
        double sum = 0;
        for (ResourceRate rate : rates(path.unit(), range.item())) {
          sum += (rate.tPerMwh() * path.mw()[p] + rate.tPerHOn() * on) * hours;
          sum += path.starts(p) ? rate.tPerStart() : 0;
        }
        yield sum;
      }
      default -> quantity(range, path.unit(), path.mw()[p]);
    };
  }

  private double quantity(RangeConstraint range, String unit, double mw) {
    double hours = before.horizon().hoursPerPeriod();
    return switch (range.kind()) {
      case OUTPUT, FIXED_SCHEDULE -> mw;
      case ENERGY -> mw * hours;
      case EMISSION, EMISSION_TOTAL, FUEL ->
          rates(unit, range.item()).stream().mapToDouble(ResourceRate::tPerMwh).sum() * mw * hours;
      default -> 0;
    };
  }

  private List<ResourceRate> rates(String unit, String item) {
    return day.rules().rates().stream()
        .filter(rate -> rate.unit().equals(unit) && rate.item().equals(item))
        .toList();
  }

  private double capacityMw(String id, int minute) {
    int period = (minute - data.horizon().startMinute()) / data.horizon().minutesPerPeriod();
    int last = data.source().length - 1;
    int source = data.source()[Math.max(0, Math.min(last, period))];
    return day.thermalUnits().stream()
        .filter(unit -> unit.id().equals(id))
        .mapToDouble(unit -> unit.pMaxMw().at(source))
        .sum();
  }
}
