package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.quantity.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * What one clearing hands to the next: statuses, outputs and levels over its horizon, and
 * what had been used of the day before it. Written as {@code boundary.json} beside the tables of a
 * case.
 *
 * @param horizon the horizon of the clearing
 * @param units thermal units
 * @param storage levels of storage units, in MWh
 * @param reservoirs volumes of reservoirs, in million m³
 * @param hvdc powers of decided HVDC lines, in MW
 * @param profiled outputs of units without commitment, in MW
 * @param used what had been used before the first period
 * @param releases releases of reservoirs, in m³/s
 * @param releasedBefore releases of reservoirs in the periods before the first, the latest last
 * @param awards reserve that the day-ahead market awarded, in MW
 * @param held spinning reserve and regulation upwards that a unit holds beside its output, in MW;
 *     absent for a unit that holds none
 */
public record InitialConditions(
    Horizon horizon,
    List<UnitPath> units,
    List<Level> storage,
    List<Level> reservoirs,
    List<Level> hvdc,
    List<Level> profiled,
    List<Used> used,
    List<Level> releases,
    List<Level> releasedBefore,
    List<Award> awards,
    List<Level> held) {
  static final int MINUTES_PER_DAY = 1440;

  /** A boundary of a clearing before which nothing of the day had been used. */
  public InitialConditions(
      Horizon horizon,
      List<UnitPath> units,
      List<Level> storage,
      List<Level> reservoirs,
      List<Level> hvdc) {
    this(horizon, units, storage, reservoirs, hvdc, List.of(), List.of());
  }

  /** A boundary without water under way and without awards. */
  public InitialConditions(
      Horizon horizon,
      List<UnitPath> units,
      List<Level> storage,
      List<Level> reservoirs,
      List<Level> hvdc,
      List<Level> profiled,
      List<Used> used) {
    this(
        horizon,
        units,
        storage,
        reservoirs,
        hvdc,
        profiled,
        used,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public InitialConditions {
    profiled = profiled == null ? List.of() : profiled;
    used = used == null ? List.of() : used;
    releases = releases == null ? List.of() : releases;
    releasedBefore = releasedBefore == null ? List.of() : releasedBefore;
    awards = awards == null ? List.of() : awards;
    held = held == null ? List.of() : held;
  }

  /**
   * Reserve that a unit was awarded.
   *
   * @param unit id of the unit
   * @param product id of the product
   * @param mw capacity per period
   */
  public record Award(String unit, String product, double[] mw) {}

  /**
   * A unit over the horizon.
   *
   * @param unit id of the unit
   * @param before state before the first period, null where it was not known
   * @param on status per period
   * @param mw output per period
   */
  public record UnitPath(String unit, @Nullable InitialState before, boolean[] on, double[] mw) {
    /** The state after period {@code p} (-1 for before the first), null where it is not known. */
    @Nullable InitialState after(int p, double hoursPerPeriod) {
      if (p < 0) {
        return before;
      }
      int same = p;
      while (same > 0 && on[same - 1] == on[p]) {
        same--;
      }
      double hours = (p - same + 1) * hoursPerPeriod;
      if (same == 0 && before != null && before.on() == on[0]) {
        hours += before.hours();
      }
      return new InitialState(on[p], hours, on[p] ? mw[p] : 0);
    }

    /** Whether it was on before period {@code p}; as in it where that is not known. */
    private boolean onBefore(int p) {
      return p > 0 ? on[p - 1] : before == null ? on[0] : before.on();
    }

    /** Whether it starts in period {@code p}. */
    boolean starts(int p) {
      return on[p] && !onBefore(p);
    }

    /** Whether it stops in period {@code p}. */
    boolean stops(int p) {
      return !on[p] && onBefore(p);
    }
  }

  /**
   * A quantity at the end of every period.
   *
   * @param id what it belongs to
   * @param value per period
   */
  public record Level(String id, double[] value) {}

  /** What is counted over a day or the horizon. */
  public enum Counted {
    /** The quantity of a range constraint, of the span of the first period. */
    RANGE,
    /** Starts of a unit on the day of the first period. */
    STARTS,
    /** Changes of an HVDC line on the day of the first period. */
    HVDC_CHANGES,
    /** Power of an HVDC line before the first period, in MW. */
    HVDC_POWER,
    /** Level of a storage unit before the first period, in MWh. */
    STORAGE_LEVEL,
    /** Volume of a reservoir before the first period, in million m³. */
    RESERVOIR_VOLUME,
    /** Hours in a row before the first period that a unit was in output bands. */
    BAND_HOURS,
    /** Crossings of an output band on the day of the first period. */
    BAND_CROSSINGS
  }

  /**
   * What had been used before the first period.
   *
   * @param counted what is counted
   * @param id of the constraint, unit or line
   * @param amount how much
   */
  public record Used(Counted counted, String id, double amount) {}

  /**
   * The products of a day in the order of a schedule. One that is delivered by the ramp of a period
   * and was awarded keeps the time of the period in which it was awarded, on shorter periods too.
   *
   * @param minutes length of these periods
   */
  public List<ReserveProduct> products(MarketDay day, int minutes) {
    return AwardedProducts.of(day, minutes, this, this);
  }

  /** What was used of output bands before the first period of a horizon. */
  public static List<Used> usedOf(OutputBands bands, Horizon horizon) {
    List<Used> used = new ArrayList<>();
    double hours = bands.insidePeriodsBefore() * horizon.hoursPerPeriod();
    used.add(new Used(Counted.BAND_HOURS, PlantLedger.nameOf(bands), hours));
    for (int b = 0; b < bands.bands().size(); b++) {
      String name = PlantLedger.nameOf(bands, b);
      used.add(new Used(Counted.BAND_CROSSINGS, name, bands.crossingsBefore(b)));
    }
    return used;
  }

  /** The period that ends at or before a minute of the day; -1 for before the first. */
  int periodBefore(int minute) {
    return Math.min(
        horizon.periodCount() - 1,
        Math.floorDiv(minute - horizon.startMinute(), horizon.minutesPerPeriod()) - 1);
  }

  /** The period in which a minute of the day lies, the last one where the horizon has ended. */
  int periodAt(int minute) {
    int period = Math.floorDiv(minute - horizon.startMinute(), horizon.minutesPerPeriod());
    return Math.max(0, Math.min(horizon.periodCount() - 1, period));
  }

  /** Whether a unit is on at a minute of the day, as in the last period where the horizon ended. */
  public boolean isOn(UnitPath path, int minute) {
    return path.on()[periodAt(minute)];
  }

  /** The minute at which period {@code p} begins. */
  int minuteOf(int p) {
    return horizon.startMinute() + p * horizon.minutesPerPeriod();
  }

  /** The minute at which the horizon ends. */
  int endMinute() {
    return minuteOf(horizon.periodCount());
  }

  /**
   * Refuses a minute that lies inside a period: what was used of it by then is not known.
   *
   * @throws IllegalArgumentException if it does
   */
  void refuseIfInsideAPeriod(int minute) {
    boolean inside = minute > horizon.startMinute() && minute < endMinute();
    if (inside && (minute - horizon.startMinute()) % horizon.minutesPerPeriod() != 0) {
      throw new IllegalArgumentException(
          "The run before has periods of %d min, and this one begins inside one of them: clear in periods that divide those."
              .formatted(horizon.minutesPerPeriod()));
    }
  }

  /**
   * Refuses periods that lie outside this horizon.
   *
   * @throws IllegalArgumentException if one does
   */
  void refuseUnlessItCovers(Horizon periods, String name) {
    int end = periods.startMinute() + periods.periodCount() * periods.minutesPerPeriod();
    if (periods.startMinute() < horizon.startMinute() || end > endMinute()) {
      throw new IllegalArgumentException(
          "The periods (minutes %d to %d) are not all in those of %s (minutes %d to %d)."
              .formatted(periods.startMinute(), end, name, horizon.startMinute(), endMinute()));
    }
    refuseIfInsideAPeriod(periods.startMinute());
  }

  /**
   * Refuses to be gone on from later than it ends, or before it begins: what a unit did meanwhile
   * is not known.
   *
   * @throws IllegalArgumentException if the minute is not within it or at its end
   */
  void refuseUnlessItReaches(int minute) {
    if (minute < horizon.startMinute() || minute > endMinute()) {
      throw new IllegalArgumentException(
          "The run before has the periods from %s to %s, and this one begins at %s: clear what lies between."
              .formatted(
                  horizon.label(0),
                  horizon.label(horizon.periodCount()),
                  horizon.labelOfMinute(minute)));
    }
  }

  /** The same with its periods under other times. */
  InitialConditions on(Horizon times) {
    return new InitialConditions(
        times,
        units,
        storage,
        reservoirs,
        hvdc,
        profiled,
        used,
        releases,
        releasedBefore,
        awards,
        held);
  }

  /** The minute at which the day of a minute begins. */
  static int dayStart(int minute) {
    return Math.floorDiv(minute, MINUTES_PER_DAY) * MINUTES_PER_DAY;
  }

  /** Whether the first period lies on the day of a minute. */
  boolean startsOnDayOf(int minute) {
    return dayStart(horizon.startMinute()) == dayStart(minute);
  }

  /** How often something had happened before the first period on the day of a minute. */
  int countOfDay(Counted counted, String id, int minute, int byDefault) {
    return startsOnDayOf(minute) ? used(counted, id).map(Double::intValue).orElse(byDefault) : 0;
  }

  /**
   * What each of these units did; null for a unit that is not here.
   *
   * @param of units, mostly in the order in which they are here
   */
  UnitPath[] pathsOf(List<ThermalUnit> of) {
    UnitPath[] paths = new UnitPath[of.size()];
    int at = 0;
    for (int g = 0; g < paths.length; g++) {
      for (int tried = 0; tried < units.size() && paths[g] == null; tried++) {
        UnitPath path = units.get(at);
        paths[g] = path.unit().equals(of.get(g).id()) ? path : null;
        at = at + 1 == units.size() ? 0 : at + 1;
      }
    }
    return paths;
  }

  /** What each unit did, by its id. */
  Map<String, UnitPath> pathOfUnit() {
    Map<String, UnitPath> paths = new HashMap<>();
    units.forEach(path -> paths.put(path.unit(), path));
    return paths;
  }

  /** What had been used before the first period, where that is known. */
  Optional<Double> used(Counted counted, String id) {
    return used.stream()
        .filter(each -> each.counted() == counted && each.id().equals(id))
        .map(Used::amount)
        .findFirst();
  }

  /** The values of an id; empty where it has none. */
  static Optional<double[]> values(List<Level> levels, String id) {
    return levels.stream().filter(level -> level.id().equals(id)).map(Level::value).findFirst();
  }

  /**
   * This boundary, and after its last period what an earlier run planned for the rest of its
   * horizon.
   *
   * @throws IllegalArgumentException if the plan leaves periods out, or the periods of neither are
   *     made of whole ones of the other
   */
  public InitialConditions goingOn(InitialConditions plan) {
    int minutes = Math.min(horizon.minutesPerPeriod(), plan.horizon().minutesPerPeriod());
    return plan.endMinute() <= endMinute()
        ? this
        : new InitialConditionPeriods(inPeriodsOf(minutes)).joined(plan.inPeriodsOf(minutes));
  }

  /**
   * Refuses a plan that leaves out periods after this one, or whose periods do not fit to those
   * here.
   *
   * @throws IllegalArgumentException if it does
   */
  void refuseUnlessFollowedBy(InitialConditions plan) {
    int minutes = horizon.minutesPerPeriod();
    if (plan.horizon().minutesPerPeriod() != minutes
        || plan.horizon().startMinute() > endMinute()
        || (endMinute() - plan.horizon().startMinute()) % minutes != 0) {
      throw new IllegalArgumentException(
          "The plan (%s, %d min) must go on where the run before (%d min) ends, in periods that fit."
              .formatted(plan.horizon().label(0), plan.horizon().minutesPerPeriod(), minutes));
    }
  }

  /**
   * The same in shorter periods: statuses and powers hold through each of them, levels go evenly
   * from one end of a period to the other.
   *
   * @param minutes length of a period; where it is not a part of the present one, nothing changes
   * @throws IllegalArgumentException if a level before the first period is not handed on
   */
  public InitialConditions inPeriodsOf(int minutes) {
    return new InitialConditionPeriods(this).finer(minutes);
  }
}
