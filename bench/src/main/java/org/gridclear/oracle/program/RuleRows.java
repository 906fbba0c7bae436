package org.gridclear.oracle.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.OperatingMode;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.ResourceRate;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.market.rule.UnitGroup;
import org.gridclear.network.Bus;

/** Reserve requirements, ranges and constraints given as data: rows (19), (30), (42). */
public final class RuleRows {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final Program program;
  private final Decisions decisions;
  private final double hours;

  /** Rows of ranges and of constraints given as data. */
  public final List<NamedRow> named = new ArrayList<>();

  /** Rows of the requirements, null where a requirement is not cleared. */
  public final Program.Row[][] requirements;

  public RuleRows(ClearingCase clearingCase, Program program, Decisions decisions) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.program = program;
    this.decisions = decisions;
    this.hours = day.horizon().hoursPerPeriod();
    this.requirements = new Program.Row[day.reserves().size()][day.periodCount()];
  }

  /**
   * A row of a rule.
   *
   * @param id of the range or constraint
   * @param from first period that it adds up
   * @param to one past the last
   */
  public record NamedRow(String id, int from, int to, Program.Row row) {}

  public void add() {
    for (int r = 0; r < day.reserves().size(); r++) {
      requirement(r, day.reserves().get(r));
    }
    for (RangeConstraint range : day.rules().ranges()) {
      if (range.inEffect() && clearingCase.inEffect(family(range.kind()))) {
        range(range);
      }
    }
    for (int i = 0; i < day.rules().variables().size(); i++) {
      for (int t = 0; t < day.periodCount(); t++) {
        decisions.variables[i][t] = variable(day.rules().variables().get(i), t);
      }
    }
    for (LinearConstraint constraint : day.rules().linear()) {
      if (constraint.inEffect() && clearingCase.inEffect(ConstraintFamily.PRACTICAL)) {
        linear(constraint);
      }
    }
  }

  private static ConstraintFamily family(RangeKind kind) {
    return switch (kind) {
      case OUTPUT -> ConstraintFamily.OUTPUT_RANGE;
      case STARTS, STOPS -> ConstraintFamily.STARTS_MAX;
      case FIXED_SCHEDULE -> ConstraintFamily.FIXED_SCHEDULE;
      case ENERGY -> ConstraintFamily.ENERGY;
      case UNITS_ONLINE -> ConstraintFamily.UNITS_ONLINE;
      case UNIT_RESERVE, AWARD -> ConstraintFamily.UNIT_RESERVE;
      case EMISSION -> ConstraintFamily.EMISSION;
      case MUST_RUN_CAPACITY -> ConstraintFamily.MUST_RUN_CAPACITY;
      case FUEL -> ConstraintFamily.FUEL;
      case EMISSION_TOTAL -> ConstraintFamily.EMISSION_TOTAL;
    };
  }

  /** Whether a range counts a thermal unit. */
  public boolean counts(RangeConstraint range, String unit) {
    return day.thermalUnits().stream()
        .filter(each -> each.id().equals(unit))
        .anyMatch(each -> inside(range.scope(), unit, each.bus()));
  }

  private boolean inside(Scope scope, String unit, String busOfUnit) {
    if (!scope.group().isEmpty()) {
      List<UnitGroup> groups = day.rules().groups();
      return groups.stream()
          .anyMatch(each -> each.id().equals(scope.group()) && each.units().contains(unit));
    }
    return scope.units().isEmpty() ? inZone(scope, busOfUnit) : scope.units().contains(unit);
  }

  private boolean inZone(Scope scope, String bus) {
    return scope.zone().isEmpty() || scope.zone().equals(zone(bus));
  }

  private String zone(String bus) {
    return day.network().buses().stream()
        .filter(each -> each.id().equals(bus))
        .map(Bus::zone)
        .findFirst()
        .orElseThrow();
  }

  /** (19) */
  private void requirement(int r, ReserveRequirement requirement) {
    ConstraintFamily family =
        requirement.scope().isSystem() ? ConstraintFamily.RESERVE : ConstraintFamily.ZONAL_RESERVE;
    List<ReserveProduct> products = Decisions.products(day);
    int p = 0;
    while (!products.get(p).id().equals(requirement.product())) {
      p++;
    }
    if (!clearingCase.inEffect(family) || !clearingCase.clears(products.get(p).kind())) {
      return;
    }
    for (int t = 0; t < day.periodCount(); t++) {
      double price = requirement.shortfallYuanPerMwh(t, day.penalties().reserveYuanPerMwh());
      Expression held = program.wayAt(price, hours);
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        ThermalUnit unit = day.thermalUnits().get(g);
        boolean counts = inside(requirement.scope(), unit.id(), unit.bus());
        held = counts ? held.plus(decisions.reserveMw[p][g][t]) : held;
      }
      requirements[r][t] =
          program.within(requiredMw(requirement, t), held, Double.POSITIVE_INFINITY);
    }
  }

  private double requiredMw(ReserveRequirement requirement, int t) {
    double mw = requirement.mw().at(t);
    double ofLoad = 0;
    double ofForecast = 0;
    for (ThermalUnit unit : day.thermalUnits()) {
      if (requirement.largestUnit() && inside(requirement.scope(), unit.id(), unit.bus())) {
        mw = Math.max(mw, unit.pMaxMw().at(t));
      }
    }
    for (BusLoad load : day.busLoads()) {
      boolean counts = inZone(requirement.scope(), load.bus());
      ofLoad += counts ? requirement.loadShare() * load.mw().at(t) : 0;
    }
    for (ProfiledUnit unit : day.profiledUnits()) {
      boolean counts = inside(requirement.scope(), unit.id(), unit.bus());
      ofForecast += counts ? requirement.renewableShare() * unit.maxMw().at(t) : 0;
    }
    boolean sum = requirement.method() == ReserveRequirement.Method.SUM;
    double whole = sum ? mw + ofLoad + ofForecast : Math.max(mw, Math.max(ofLoad, ofForecast));
    for (OperatingMode mode : day.rules().modes()) {
      for (OperatingMode.Factor each : mode.requirements()) {
        boolean holds = mode.from() <= t && t < mode.to();
        whole *= holds && each.reserve().equals(requirement.id()) ? each.factor() : 1;
      }
    }
    return whole;
  }

  /** (30): each span of the range by itself. */
  private void range(RangeConstraint range) {
    int from = range.from();
    while (from < range.to()) {
      int to = from + 1;
      while (to < range.to() && together(range.span(), from, to)) {
        to++;
      }
      double used = from == range.from() ? range.used() : 0;
      Expression sum = Expression.constant(used);
      for (int t = from; t < to; t++) {
        sum = sum.plus(quantity(range, t));
      }
      double price = range.penalty() * (range.span() == Span.PERIOD ? hours : 1);
      Expression kept = sum.plus(program.slack(price)).minus(program.slack(price));
      Program.Row row = program.within(range.min().at(from), kept, range.max().at(from));
      named.add(new NamedRow(range.id(), from, to, row));
      from = to;
    }
  }

  private boolean together(Span span, int from, int t) {
    return switch (span) {
      case PERIOD -> false;
      case DAY -> day.horizon().dayOf(from) == day.horizon().dayOf(t);
      case HORIZON -> true;
    };
  }

  private Expression quantity(RangeConstraint range, int t) {
    Expression sum = Expression.ZERO;
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      ThermalUnit unit = day.thermalUnits().get(g);
      if (inside(range.scope(), unit.id(), unit.bus())) {
        sum = sum.plus(ofThermal(range, g, t));
      }
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      ProfiledUnit unit = day.profiledUnits().get(i);
      if (inside(range.scope(), unit.id(), unit.bus())) {
        sum = sum.plus(ofProfiled(range, i, t));
      }
    }
    return sum;
  }

  private Expression ofThermal(RangeConstraint range, int g, int t) {
    ThermalUnit unit = day.thermalUnits().get(g);
    return switch (range.kind()) {
      case OUTPUT, FIXED_SCHEDULE -> decisions.outputMw[g][t];
      case ENERGY -> decisions.outputMw[g][t].times(hours);
      case STARTS -> decisions.starts[g][t];
      case STOPS -> decisions.stops[g][t];
      case UNITS_ONLINE -> decisions.on[g][t];
      case MUST_RUN_CAPACITY -> decisions.on[g][t].times(unit.pMaxMw().at(t));
      case UNIT_RESERVE, AWARD -> reserve(range.item(), p -> decisions.reserveMw[p][g][t]);
      case EMISSION, EMISSION_TOTAL, FUEL -> tonnes(range.item(), g, t);
    };
  }

  private Expression reserve(String product, IntFunction<Expression> held) {
    List<ReserveProduct> products = Decisions.products(day);
    for (int p = 0; p < products.size(); p++) {
      if (products.get(p).id().equals(product)) {
        return held.apply(p);
      }
    }
    return Expression.ZERO;
  }

  private Expression upward(int g, int t) {
    List<ReserveProduct> products = Decisions.products(day);
    Expression sum = Expression.ZERO;
    for (int p = 0; p < products.size(); p++) {
      ReserveProduct product = products.get(p);
      boolean counts =
          product.direction() == ReserveProduct.Direction.UP
              && product.kind() != ReserveProduct.Kind.NON_SPINNING;
      sum = counts ? sum.plus(decisions.reserveMw[p][g][t]) : sum;
    }
    return sum;
  }

  private Expression tonnes(String item, int g, int t) {
    Expression sum = Expression.ZERO;
    for (ResourceRate rate : day.rules().rates()) {
      if (rate.unit().equals(day.thermalUnits().get(g).id()) && rate.item().equals(item)) {
        sum =
            sum.plus(rate.tPerMwh() * hours, decisions.outputMw[g][t])
                .plus(rate.tPerHOn() * hours, decisions.on[g][t])
                .plus(rate.tPerStart(), decisions.starts[g][t]);
      }
    }
    return sum;
  }

  private Expression ofProfiled(RangeConstraint range, int i, int t) {
    Expression mw = decisions.profiledMw[i][t];
    String unit = day.profiledUnits().get(i).id();
    List<ResourceRate> rates = new ArrayList<>(day.rules().rates());
    rates.removeIf(rate -> !rate.unit().equals(unit) || !rate.item().equals(range.item()));
    return switch (range.kind()) {
      case OUTPUT, FIXED_SCHEDULE -> mw;
      case ENERGY -> mw.times(hours);
      case EMISSION, EMISSION_TOTAL, FUEL ->
          mw.times(hours * rates.stream().mapToDouble(ResourceRate::tPerMwh).sum());
      default -> Expression.ZERO;
    };
  }

  private Expression variable(DecisionVariable variable, int t) {
    if (!clearingCase.inEffect(ConstraintFamily.PRACTICAL)) {
      return Expression.ZERO;
    }
    Expression value =
        variable.whole()
            ? program.whole(variable.min().at(t), variable.max().at(t))
            : program.column(variable.min().at(t), variable.max().at(t));
    program.cost(variable.yuanPerUnit().at(t) * hours, value);
    return value;
  }

  /** (42) */
  private void linear(LinearConstraint constraint) {
    double price = constraint.penaltyYuanPerUnit();
    for (int t = 0; t < day.periodCount(); t++) {
      Expression sum = program.wayAt(price, hours).minus(program.wayAt(price, hours));
      for (LinearConstraint.Term term : constraint.terms()) {
        if (term.lag() <= t) {
          sum = sum.plus(term.coefficient().at(t), quantity(term, t - term.lag()));
        }
      }
      Program.Row row = program.within(constraint.min().at(t), sum, constraint.max().at(t));
      named.add(new NamedRow(constraint.id(), t, t + 1, row));
    }
  }

  private Expression quantity(LinearConstraint.Term term, int t) {
    if (term.quantity() == LinearConstraint.Quantity.VARIABLE) {
      int i = 0;
      while (!day.rules().variables().get(i).id().equals(term.unit())) {
        i++;
      }
      return decisions.variables[i][t];
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      if (day.profiledUnits().get(i).id().equals(term.unit())) {
        return decisions.profiledMw[i][t];
      }
    }
    int g = 0;
    while (!day.thermalUnits().get(g).id().equals(term.unit())) {
      g++;
    }
    return switch (term.quantity()) {
      case OUTPUT -> decisions.outputMw[g][t];
      case STATUS -> decisions.on[g][t];
      case START -> decisions.starts[g][t];
      case STOP -> decisions.stops[g][t];
      case RESERVE_UP -> upward(g, t);
      case VARIABLE -> throw new AssertionError("a variable is no unit");
    };
  }
}
