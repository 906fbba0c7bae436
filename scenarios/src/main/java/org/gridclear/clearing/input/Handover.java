package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.NonSpinning;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.Span;
import org.gridclear.quantity.PeriodMap;
import org.jspecify.annotations.Nullable;

/** A day that goes on from a boundary. */
final class Handover {
  private static final double EPS_HOURS = 1e-6;

  private static final double HELD_EPS_MW = 1e-6;

  private final MarketRun run;
  private final MarketDay whole;
  private final MarketDay day;
  private final PeriodMap data;
  private final InitialConditions before;
  private final InitialConditions plan;
  private final DayLedger ledger;
  private final PlantLedger plants;
  private final LaterLimits later;
  private final int fromMinute;
  private final int toMinute;
  private final int last;
  private final InitialConditions.UnitPath[] did;
  private final InitialConditions.UnitPath[] does;

  /**
   * A window after a boundary.
   *
   * @param whole the day as its data say
   * @param all where the periods of the day that are as long as those of the window come from
   * @param day the window
   */
  Handover(MarketRun run, MarketDay whole, PeriodMap all, MarketDay day, Handed handed) {
    this.run = run;
    this.whole = whole;
    this.day = day;
    this.before = handed.past();
    this.plan = handed.plan();
    this.fromMinute = day.horizon().startMinute();
    this.toMinute = fromMinute + day.periodCount() * day.horizon().minutesPerPeriod();
    if (run.inherits() && plan.endMinute() < toMinute) {
      throw new IllegalArgumentException(
          "The run before ends %d minutes before the periods that take its statuses do: name the"
                  .formatted(toMinute - plan.endMinute())
              + " run that planned the rest with --plan (plan: in a study).");
    }
    this.last = before.periodBefore(fromMinute);
    this.did = before.pathsOf(day.thermalUnits());
    this.does = plan == before ? did : plan.pathsOf(day.thermalUnits());
    this.data = data(whole, all);
    this.ledger = new DayLedger(whole, data, day.horizon(), handed);
    this.plants = new PlantLedger(whole, day.horizon(), handed);
    this.later = new LaterLimits(whole, all, day, plan);
  }

  /** Where the periods of the data lie: as they are, or on, where days are repeated. */
  private static PeriodMap data(MarketDay whole, PeriodMap all) {
    int minutesPerDay = InitialConditions.MINUTES_PER_DAY;
    int has = whole.periodCount() * whole.horizon().minutesPerPeriod();
    int minutes = all.horizon().periodCount() * all.horizon().minutesPerPeriod();
    return minutes > has
        ? PeriodMap.days(
            whole.horizon(), minutes / minutesPerDay, whole.horizon().minutesPerPeriod(), true)
        : PeriodMap.same(whole.horizon());
  }

  MarketDay day() {
    List<ThermalUnit> units = new ArrayList<>(day.thermalUnits().size());
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      units.add(unit(day.thermalUnits().get(g), g));
    }
    return new MarketDay(
        day.name(),
        day.synthetic(),
        day.horizon(),
        day.network(),
        units,
        day.profiledUnits(),
        day.storageUnits().stream().map(this::storage).toList(),
        day.busLoads(),
        day.flexibleLoads(),
        day.interchanges(),
        day.reserves(),
        day.branchLimits(),
        day.branchOutages(),
        day.penalties(),
        rules(units),
        day.currency());
  }

  /** Whether the statuses of a unit are those of the run before. */
  private boolean fixed(ThermalUnit unit, int g) {
    return did[g] != null
        && does[g] != null
        && (run.market() == Market.RT || (run.market() == Market.ID && !run.isFast(unit)));
  }

  /** A unit that no plan knows goes on from what it did, with the statuses of its data. */
  private ThermalUnit unit(ThermalUnit unit, int g) {
    if (did[g] == null) {
      return unit;
    }
    InitialState state =
        plants.atEdge(unit.id(), did[g].after(last, before.horizon().hoursPerPeriod()));
    int starts = ledger.starts(did[g], unit.startsOfDay());
    InitialConditions.UnitPath path = does[g];
    return fixed(unit, g)
        ? unit.after(
            state,
            starts,
            possible(unit, state, MarketRun.statuses(unit, day, path, plan)),
            later.stopAfterPeriods(unit, path))
        : unit.after(
            state,
            starts,
            running(unit, state, path == null ? unit.commitment() : ordered(unit, path)),
            unit.stopAfterPeriods());
  }

  /**
   * Planned statuses as far as they are possible: a unit that an outage took off against its plan
   * stays off for its minimum time before it follows the plan again (B-05). What the plan alone
   * keeps off may hold non-spinning reserve.
   */
  private List<Commitment> possible(
      ThermalUnit unit, @Nullable InitialState state, List<Commitment> planned) {
    double hours = day.horizon().hoursPerPeriod();
    double offHours = state == null ? Double.POSITIVE_INFINITY : state.on() ? 0 : state.hours();
    boolean on = state != null && state.on();
    Commitment keptOff = NonSpinning.keptOff(unit, day.rules());
    List<Commitment> statuses = new ArrayList<>(planned);
    for (int t = 0; t < statuses.size(); t++) {
      boolean wanted = statuses.get(t) == Commitment.ON;
      on = wanted && (on || offHours >= unit.minDownHours() - EPS_HOURS);
      boolean kept = !wanted && unit.commitment().get(t) != Commitment.OFF;
      statuses.set(t, on ? Commitment.ON : kept ? keptOff : Commitment.OFF);
      offHours = on ? 0 : offHours + hours;
    }
    return statuses;
  }

  /**
   * Statuses of a unit that just held reserve: what it could have been called for is too much for
   * the last period before a stop, so it runs on for one (13).
   */
  private List<Commitment> running(
      ThermalUnit unit, @Nullable InitialState state, List<Commitment> given) {
    if (before.held().isEmpty() || last < 0 || state == null || !state.on()) {
      return given;
    }
    double heldMw = level(before.held(), unit.id(), 0);
    boolean counts = unit.limitRule() != LimitRule.STOP_WITHOUT_RESERVE;
    boolean curve =
        day.rules().trajectories().stream()
            .anyMatch(each -> each.inEffect() && each.unit().equals(unit.id()));
    double leastMw = Math.max(unit.pMinMw().at(0), unit.offer(0).firstMw());
    double mostMw = Math.max(unit.stopRampMw(), leastMw);
    boolean tooMuch = heldMw > 0 && state.powerMw() + heldMw > mostMw + HELD_EPS_MW;
    if (!counts || curve || !tooMuch || given.get(0) != Commitment.FREE) {
      return given;
    }
    List<Commitment> statuses = new ArrayList<>(given);
    statuses.set(0, Commitment.ON);
    return statuses;
  }

  /**
   * Statuses of a unit whose starts are ordered before: within its lead time those that the run
   * before planned, as far as it did, since that is what was ordered (C-01).
   */
  private List<Commitment> ordered(ThermalUnit unit, InitialConditions.UnitPath path) {
    double leadHours = day.rules().leadHours(unit.id());
    if (leadHours == 0) {
      return unit.commitment();
    }
    List<Commitment> planned = MarketRun.statuses(unit, day, path, plan);
    List<Commitment> statuses = new ArrayList<>(unit.commitment());
    for (int t = 0; t < day.periodCount(); t++) {
      int minutes = t * day.horizon().minutesPerPeriod();
      if (minutes < leadHours * 60 - 1e-6 && fromMinute + minutes < plan.endMinute()) {
        statuses.set(t, planned.get(t));
      }
    }
    return statuses;
  }

  private double level(List<InitialConditions.Level> levels, String id, double byDefault) {
    return last < 0
        ? byDefault
        : InitialConditions.values(levels, id).map(value -> value[last]).orElse(byDefault);
  }

  /** What was planned for the end of a window that ends before the days do. */
  private double planned(List<InitialConditions.Level> levels, String id, double byDefault) {
    int end =
        data.horizon().startMinute()
            + data.horizon().periodCount() * data.horizon().minutesPerPeriod();
    return run.inherits() && toMinute < end
        ? InitialConditions.values(levels, id)
            .map(value -> value[plan.periodBefore(toMinute)])
            .orElse(byDefault)
        : byDefault;
  }

  private StorageUnit storage(StorageUnit unit) {
    double most = unit.maxLevelMwh().at(day.periodCount() - 1);
    return unit.withLevels(
        level(before.storage(), unit.id(), unit.initialLevelMwh()),
        Math.min(most, planned(plan.storage(), unit.id(), unit.endMinLevelMwh())));
  }

  private Reservoir reservoir(Reservoir reservoir) {
    return reservoir.after(
        level(before.reservoirs(), reservoir.id(), reservoir.initialMm3()),
        plants.releases(reservoir),
        planned(plan.reservoirs(), reservoir.id(), reservoir.endMinMm3()));
  }

  private HvdcSchedule hvdc(HvdcSchedule schedule) {
    return schedule.after(
        level(before.hvdc(), schedule.line(), schedule.initialMw()),
        ledger.changes(schedule.line(), schedule.changesOfDay()));
  }

  /** What is left of a range of a day or the horizon for this window. */
  private RangeConstraint range(RangeConstraint range) {
    if (range.span() == Span.PERIOD) {
      return range;
    }
    RangeConstraint ofDay = ledger.ofData(range, day.horizon());
    RangeConstraint left = range.withUsed(ledger.used(ofDay));
    double planned = run.inherits() ? ledger.planned(ofDay) : 0;
    return planned == 0 ? left : left.lessFrom(lastSpan(range), planned);
  }

  /** The first period of the last span of a range. */
  private int lastSpan(RangeConstraint range) {
    int t = range.to() - 1;
    while (t > range.from()
        && (range.span() == Span.HORIZON
            || day.horizon().dayOf(t - 1) == day.horizon().dayOf(range.to() - 1))) {
      t--;
    }
    return t;
  }

  private List<RangeConstraint> ranges(List<ThermalUnit> decided) {
    List<RangeConstraint> all = new ArrayList<>();
    boolean awarded = run.inherits() && !(before.awards().isEmpty() && plan.awards().isEmpty());
    for (RangeConstraint range : day.rules().ranges()) {
      if (!awarded || range.kind() != RangeKind.AWARD) {
        all.add(range(range));
      }
    }
    if (run.inherits()) {
      all.addAll(plants.awards(day, decided));
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        if (fixed(day.thermalUnits().get(g), g)) {
          later.range(g, does[g]).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private OperatingRules rules(List<ThermalUnit> decided) {
    OperatingRules rules = day.rules();
    int minutes = run.inherits() ? whole.horizon().minutesPerPeriod() : 0;
    return rules.after(
        AwardedProducts.of(day, minutes, before, plan),
        ranges(decided),
        rules.bands().isEmpty() ? List.of() : rules.bands().stream().map(plants::bands).toList(),
        rules.reservoirs().isEmpty()
            ? List.of()
            : rules.reservoirs().stream().map(this::reservoir).toList(),
        rules.hvdcSchedules().isEmpty()
            ? List.of()
            : rules.hvdcSchedules().stream().map(this::hvdc).toList());
  }
}
