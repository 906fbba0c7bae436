package org.gridclear.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.DecisionVariable;
import org.gridclear.market.constraint.HvdcSchedule;
import org.gridclear.market.constraint.LinearConstraint;
import org.gridclear.market.constraint.OperatingRules;
import org.gridclear.market.constraint.OutputBands;
import org.gridclear.market.constraint.RangeConstraint;
import org.gridclear.market.constraint.ReserveOffer;
import org.gridclear.market.constraint.ReserveProduct;
import org.gridclear.market.constraint.Reservoir;
import org.gridclear.market.constraint.Scope;
import org.gridclear.market.constraint.SecurityCut;
import org.gridclear.market.constraint.Trajectory;
import org.gridclear.market.constraint.UnitGroup;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.HvdcLine;

/** Checks the operating rules of a day: that what they name exists, and that they make sense. */
final class OperatingRulesCheck {
  private final MarketDay day;
  private final OperatingRules rules;
  private final IssueLog log;
  private final Set<String> thermal;
  private final Set<String> units;
  private final Set<String> groups;
  private final Set<String> zones;
  private final Set<String> products;
  private final Set<String> variables;

  OperatingRulesCheck(MarketDay day, IssueLog log) {
    this.day = day;
    this.rules = day.rules();
    this.log = log;
    this.thermal = ids(day.thermalUnits().stream().map(ThermalUnit::id));
    this.units = new HashSet<>(thermal);
    day.profiledUnits().stream().map(ProfiledUnit::id).forEach(units::add);
    this.groups = ids(rules.groups().stream().map(UnitGroup::id));
    this.zones = ids(day.network().buses().stream().map(Bus::zone));
    this.variables = ids(rules.variables().stream().map(DecisionVariable::id));
    this.products =
        ids(
            Stream.concat(
                rules.products().stream().map(ReserveProduct::id),
                day.reserves().stream().map(ReserveRequirement::product)));
  }

  private static Set<String> ids(Stream<String> stream) {
    return stream.collect(Collectors.toSet());
  }

  void run() {
    unique("group", rules.groups().stream().map(UnitGroup::id).toList());
    unique("product", rules.products().stream().map(ReserveProduct::id).toList());
    unique(
        "constraint",
        Stream.concat(
                rules.ranges().stream().map(RangeConstraint::id),
                rules.linear().stream().map(LinearConstraint::id))
            .toList());
    unique("reservoir", rules.reservoirs().stream().map(Reservoir::id).toList());
    unique("HVDC schedule", rules.hvdcSchedules().stream().map(HvdcSchedule::line).toList());
    unique("trajectory", rules.trajectories().stream().map(Trajectory::unit).toList());
    for (UnitGroup group : rules.groups()) {
      group.units().forEach(unit -> exists("group " + group.id(), "units", unit, units));
    }
    day.reserves().forEach(reserve -> scope("reserve " + reserve.id(), reserve.scope()));
    rules.reserveOffers().forEach(this::offer);
    rules.ranges().forEach(this::range);
    unique("variable", rules.variables().stream().map(DecisionVariable::id).toList());
    rules.variables().forEach(this::variable);
    rules.linear().forEach(this::linear);
    rules.trajectories().forEach(this::trajectory);
    rules.bands().forEach(this::bands);
    rules.rates().forEach(r -> exists("rate of " + r.item(), "unit", r.unit(), units));
    rules.reservoirs().forEach(this::reservoir);
    rules.hvdcSchedules().forEach(this::hvdc);
    cuts();
    new ContingencyCheck(day, units, log).run();
  }

  private void unique(String kind, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        log.add(Rule.ID_UNIQUE, kind + " " + id, "id", id, "Give each " + kind + " its own.");
      }
    }
  }

  private void exists(String element, String field, String id, Set<String> known) {
    if (!known.contains(id)) {
      log.add(Rule.REFERENCE_EXISTS, element, field, id, NearestName.advice(id, known));
    }
  }

  private void scope(String element, Scope scope) {
    scope.units().forEach(unit -> exists(element, "scope.units", unit, units));
    if (!scope.group().isEmpty()) {
      exists(element, "scope.group", scope.group(), groups);
    }
    if (!scope.zone().isEmpty()) {
      exists(element, "scope.zone", scope.zone(), zones);
    }
  }

  private void offer(ReserveOffer offer) {
    String element = "reserve offer of " + offer.unit();
    exists(element, "unit", offer.unit(), thermal);
    exists(element, "product", offer.product(), products);
    if (!(offer.maxMw().min() >= 0)) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, element, "maxMw", offer.maxMw().min(), "Give 0 or more.");
    }
  }

  private void range(RangeConstraint range) {
    String element = "constraint " + range.id();
    scope(element, range.scope());
    periods(element, range.from(), range.to());
    for (int t = 0; t < day.periodCount(); t++) {
      if (!(range.min().at(t) <= range.max().at(t))) {
        log.add(
            Rule.LIMITS_ORDERED,
            element,
            "min in period " + (t + 1),
            range.min().at(t),
            "The max is %s.".formatted(range.max().at(t)));
        break;
      }
    }
    switch (range.kind()) {
      case UNIT_RESERVE, AWARD -> exists(element, "item", range.item(), products);
      case EMISSION, EMISSION_TOTAL, FUEL ->
          exists(element, "item", range.item(), ids(rules.rates().stream().map(r -> r.item())));
      default -> {}
    }
  }

  private void periods(String element, int from, int to) {
    if (from < 0 || from >= to || to > day.periodCount()) {
      log.add(
          Rule.CONSTRAINT_PERIODS,
          element,
          "from/to",
          from + ".." + to,
          "Give 0 ≤ from < to ≤ %d.".formatted(day.periodCount()));
    }
  }

  private void variable(DecisionVariable variable) {
    String element = "variable " + variable.id();
    for (int t = 0; t < day.periodCount(); t++) {
      if (!(variable.min().at(t) <= variable.max().at(t))) {
        log.add(
            Rule.LIMITS_ORDERED,
            element,
            "min in period " + (t + 1),
            variable.min().at(t),
            "The max is %s.".formatted(variable.max().at(t)));
        return;
      }
    }
    boolean missing = variable.part() == DecisionVariable.Part.SHORTFALL;
    double least = variable.min().min();
    if (missing && (variable.whole() || least < 0 || variable.yuanPerUnit().min() < 0)) {
      log.add(
          Rule.QUANTITY_NOT_NEGATIVE,
          element,
          "min",
          least,
          "A shortfall is 0 or more, at a price of 0 or more, and no whole number.");
    }
  }

  private void linear(LinearConstraint constraint) {
    String element = "constraint " + constraint.id();
    for (LinearConstraint.Term term : constraint.terms()) {
      Set<String> known =
          switch (term.quantity()) {
            case OUTPUT -> units;
            case STATUS, START, STOP, RESERVE_UP -> thermal;
            case VARIABLE -> variables;
          };
      exists(element, "unit", term.unit(), known);
      if (term.lag() < 0) {
        log.add(Rule.QUANTITY_NOT_NEGATIVE, element, "lag", term.lag(), "Give the periods back.");
      }
    }
  }

  private void trajectory(Trajectory trajectory) {
    String element = "trajectory of " + trajectory.unit();
    exists(element, "unit", trajectory.unit(), thermal);
    for (ThermalUnit unit : day.thermalUnits()) {
      if (unit.id().equals(trajectory.unit())) {
        int steps = trajectory.startMw().size() + trajectory.stopMw().size();
        int up = day.horizon().periodsFor(unit.minUpHours());
        if (steps > up) {
          log.add(
              Rule.TRAJECTORY_FITS,
              element,
              "startMw/stopMw",
              steps + " periods",
              "Its minimum up time is %d periods; it must cover both curves.".formatted(up));
        }
      }
    }
  }

  private void bands(OutputBands bands) {
    String element = "bands of " + bands.unit();
    exists(element, "unit", bands.unit(), thermal);
    double last = Double.NEGATIVE_INFINITY;
    for (OutputBands.Band band : bands.bands()) {
      if (!(band.fromMw() >= last && band.toMw() > band.fromMw())) {
        log.add(
            Rule.LIMITS_ORDERED,
            element,
            "fromMw",
            band.fromMw(),
            "Give bands in rising order, each with fromMw below toMw.");
      }
      last = band.toMw();
    }
    if (!bands.crossingsOfDay().isEmpty()
        && bands.crossingsOfDay().size() != bands.bands().size()) {
      log.add(
          Rule.SERIES_LENGTH,
          element,
          "crossingsOfDay",
          bands.crossingsOfDay().size(),
          "Give one for each band (%d), or none.".formatted(bands.bands().size()));
    }
  }

  private void reservoir(Reservoir reservoir) {
    String element = "reservoir " + reservoir.id();
    reservoir.units().forEach(unit -> exists(element, "units", unit, units));
    if (!(reservoir.m3PerMwh() > 0)) {
      log.add(
          Rule.QUANTITY_NOT_NEGATIVE,
          element,
          "m3PerMwh",
          reservoir.m3PerMwh(),
          "Give the water for one MWh.");
    }
    if (!reservoir.downstream().isEmpty()) {
      exists(
          element,
          "downstream",
          reservoir.downstream(),
          ids(rules.reservoirs().stream().map(Reservoir::id)));
    }
    boolean within =
        reservoir.initialMm3() >= reservoir.minMm3().at(0) - 1e-9
            && reservoir.initialMm3() <= reservoir.maxMm3().at(0) + 1e-9;
    if (!within) {
      log.add(
          Rule.LEVELS_REACHABLE,
          element,
          "initialMm3",
          reservoir.initialMm3(),
          "It lies outside minMm3..maxMm3 of the first period.");
    }
  }

  private void hvdc(HvdcSchedule schedule) {
    String element = "HVDC schedule of " + schedule.line();
    if (!(schedule.rampMwPerH() >= 0)) {
      log.add(
          Rule.RAMP_NOT_NEGATIVE,
          element,
          "rampMwPerH",
          schedule.rampMwPerH(),
          "Give 0 or more MW per hour.");
    }
    exists(
        element,
        "line",
        schedule.line(),
        ids(day.network().hvdcLines().stream().map(HvdcLine::id)));
    for (int t = 0; t < day.periodCount(); t++) {
      if (!(schedule.minMw().at(t) <= schedule.maxMw().at(t))) {
        log.add(
            Rule.LIMITS_ORDERED,
            element,
            "minMw in period " + (t + 1),
            schedule.minMw().at(t),
            "The maxMw is %s.".formatted(schedule.maxMw().at(t)));
        return;
      }
    }
  }

  private void cuts() {
    Set<String> branches = ids(day.network().branches().stream().map(Branch::id));
    Set<String> gates = ids(day.network().flowgates().stream().map(Flowgate::id));
    Set<String> outages = ids(rules.contingencies().listed().stream().map(Contingency::id));
    if (rules.contingencies().everyBranch()) {
      outages.addAll(branches);
    }
    outages.add("");
    for (SecurityCut cut : rules.contingencies().cuts()) {
      exists(cut.name(), "element", cut.element(), cut.flowgate() ? gates : branches);
      exists(cut.name(), "outage", cut.outage(), outages);
      if (cut.period() < 0 || cut.period() >= day.periodCount()) {
        log.add(
            Rule.CONSTRAINT_PERIODS,
            cut.name(),
            "period",
            cut.period(),
            "Give a period of the day, counted from 0.");
      }
      if (!(cut.limitMw() >= 0) || !(cut.penaltyYuanPerMwh() >= 0)) {
        log.add(
            Rule.QUANTITY_NOT_NEGATIVE,
            cut.name(),
            "limitMw",
            cut.limitMw(),
            "Give a limit and a penalty of 0 or more.");
      }
    }
  }
}
