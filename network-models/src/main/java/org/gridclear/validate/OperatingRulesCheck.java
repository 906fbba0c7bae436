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
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.OperatingMode;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.SecurityCut;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.market.rule.UnitGroup;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.HvdcLine;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

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
    unique(
        "reserve offer",
        rules.reserveOffers().stream().map(x -> x.unit() + " of " + x.product()).toList());
    unique("operating mode", rules.modes().stream().map(OperatingMode::id).toList());
    unique("contingency", rules.contingencies().listed().stream().map(Contingency::id).toList());
    for (UnitGroup group : rules.groups()) {
      group.units().forEach(unit -> log.reference("group " + group.id(), "units", unit, units));
    }
    day.reserves().forEach(reserve -> scope("reserve " + reserve.id(), reserve.scope()));
    rules.reserveOffers().forEach(this::offer);
    rules.ranges().forEach(this::range);
    unique("variable", rules.variables().stream().map(DecisionVariable::id).toList());
    rules.variables().forEach(this::variable);
    rules.linear().forEach(this::linear);
    rules.trajectories().forEach(this::trajectory);
    rules.bands().forEach(this::bands);
    rules.rates().forEach(r -> log.reference("rate of " + r.item(), "unit", r.unit(), units));
    new ReservoirCheck(rules.reservoirs(), units, day.periodCount(), log).run();
    rules.hvdcSchedules().forEach(this::hvdc);
    unique("flowgate limit", rules.flowgateLimits().stream().map(FlowgateLimit::flowgate).toList());
    rules.flowgateLimits().forEach(this::flowgateLimit);
    cuts();
    new AncillaryCheck(day, log).run();
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

  /** Adds an issue for the first period in which a least value is above a most one. */
  private void ordered(String element, String least, Series lower, String most, Series upper) {
    for (int t = 0; t < day.periodCount(); t++) {
      if (!(lower.at(t) <= upper.at(t))) {
        log.add(
            Rule.LIMITS_ORDERED,
            element,
            least + " in period " + (t + 1),
            lower.at(t),
            "The %s is %s.".formatted(most, upper.at(t)));
        return;
      }
    }
  }

  /** A price or a count below 0 would pay for what it limits, or allow more of it. */
  private void notBelow0(String element, String field, double value) {
    if (!(value >= 0)) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, element, field, value, "Give 0 or more.");
    }
  }

  private void scope(String element, Scope scope) {
    scope.units().forEach(unit -> log.reference(element, "scope.units", unit, units));
    if (!scope.group().isEmpty()) {
      log.reference(element, "scope.group", scope.group(), groups);
    }
    if (!scope.zone().isEmpty()) {
      log.reference(element, "scope.zone", scope.zone(), zones);
    }
  }

  private void offer(ReserveOffer offer) {
    String element = "reserve offer of " + offer.unit();
    log.reference(element, "unit", offer.unit(), thermal);
    log.reference(element, "product", offer.product(), products);
    if (!(offer.maxMw().min() >= 0)) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, element, "maxMw", offer.maxMw().min(), "Give 0 or more.");
    }
    finite(element, "priceYuanPerMwh", offer.priceYuanPerMwh());
    notBelow0(element, "mileagePerMwh", offer.mileagePerMwh());
  }

  private void range(RangeConstraint range) {
    String element = "constraint " + range.id();
    scope(element, range.scope());
    periods(element, range.from(), range.to());
    ordered(element, "min", range.min(), "max", range.max());
    reachable(element, range.min(), range.max());
    switch (range.kind()) {
      case UNIT_RESERVE, AWARD -> log.reference(element, "item", range.item(), products);
      case EMISSION, EMISSION_TOTAL, FUEL ->
          log.reference(
              element, "item", range.item(), ids(rules.rates().stream().map(r -> r.item())));
      default -> {}
    }
  }

  /** A least value without an end, or a greatest one, is no limit that can be kept. */
  private void reachable(String element, Series min, Series max) {
    if (min.max() == Double.POSITIVE_INFINITY) {
      log.add(Rule.NUMBER_FINITE, element, "min", min.max(), "Give a finite least value.");
    }
    if (max.min() == Double.NEGATIVE_INFINITY) {
      log.add(Rule.NUMBER_FINITE, element, "max", max.min(), "Give a finite most value.");
    }
  }

  private void finite(String element, String field, Series series) {
    if (!Double.isFinite(series.sum())) {
      log.add(Rule.NUMBER_FINITE, element, field, series.sum(), "Give finite numbers.");
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
    ordered(element, "min", variable.min(), "max", variable.max());
    finite(element, "yuanPerUnit", variable.yuanPerUnit());
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
    ordered(element, "min", constraint.min(), "max", constraint.max());
    reachable(element, constraint.min(), constraint.max());
    notBelow0(element, "penaltyYuanPerUnit", constraint.penaltyYuanPerUnit());
    for (LinearConstraint.Term term : constraint.terms()) {
      Set<String> known =
          switch (term.quantity()) {
            case OUTPUT -> units;
            case STATUS, START, STOP, RESERVE_UP -> thermal;
            case VARIABLE -> variables;
          };
      log.reference(element, "unit", term.unit(), known);
      finite(element, "coefficient of " + term.unit(), term.coefficient());
      if (term.lag() < 0) {
        log.add(Rule.QUANTITY_NOT_NEGATIVE, element, "lag", term.lag(), "Give the periods back.");
      }
    }
  }

  private void trajectory(Trajectory trajectory) {
    String element = "trajectory of " + trajectory.unit();
    log.reference(element, "unit", trajectory.unit(), thermal);
    curve(element, "startMw", trajectory.startMw());
    curve(element, "stopMw", trajectory.stopMw());
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

  private void curve(String element, String field, List<Double> curve) {
    for (double mw : curve) {
      if (!(mw >= 0) || Double.isInfinite(mw)) {
        log.add(Rule.QUANTITY_NOT_NEGATIVE, element, field, mw, "Give MW of 0 or more.");
      }
    }
  }

  private void bands(OutputBands bands) {
    String element = "bands of " + bands.unit();
    log.reference(element, "unit", bands.unit(), thermal);
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
    notBelow0(element, "dwellPeriodsMax", bands.dwellPeriodsMax());
    notBelow0(element, "insidePeriodsBefore", bands.insidePeriodsBefore());
    bands.crossingsOfDay().forEach(count -> notBelow0(element, "crossingsOfDay", count));
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
    log.reference(
        element,
        "line",
        schedule.line(),
        ids(day.network().hvdcLines().stream().map(HvdcLine::id)));
    ordered(element, "minMw", schedule.minMw(), "maxMw", schedule.maxMw());
    notBelow0(element, "changesOfDay", schedule.changesOfDay());
  }

  private void flowgateLimit(FlowgateLimit limit) {
    String element = "limit of flowgate " + limit.flowgate();
    log.reference(
        element,
        "flowgate",
        limit.flowgate(),
        ids(day.network().flowgates().stream().map(Flowgate::id)));
    if (limit.mw() == null && limit.reverseMw() == null) {
      log.add(
          Rule.FIELD_PRESENT, element, "mw", "", "Give mw, reverseMw or both, one value a period.");
    }
    notNegative(element, "mw", limit.mw());
    notNegative(element, "reverseMw", limit.reverseMw());
  }

  /** Adds an issue for the first period in which a limit is below 0 or no number. */
  private void notNegative(String element, String field, @Nullable Series mw) {
    for (int t = 0; mw != null && t < mw.size(); t++) {
      if (!(mw.at(t) >= 0)) {
        log.add(
            Rule.RATING_NOT_NEGATIVE,
            element,
            field + " in period " + (t + 1),
            mw.at(t),
            "Give MW of 0 or more, \"Infinity\" for no limit.");
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
      log.reference(cut.name(), "element", cut.element(), cut.flowgate() ? gates : branches);
      log.reference(cut.name(), "outage", cut.outage(), outages);
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
