package org.gridclear.clearing.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.ResourceRate;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.market.rule.UnitGroup;

/** Counts what range and linear constraints limit, from the schedule alone. */
final class RulesAudit {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final Schedule schedule;
  private final RowAudit rows;
  private final Map<String, Integer> thermal = new HashMap<>();
  private final Map<String, Integer> profiled = new HashMap<>();
  private final Map<String, Integer> variables = new HashMap<>();

  /**
   * Checks of a result.
   *
   * @param priced whether its shadow prices are those of the schedule
   */
  RulesAudit(
      ClearingCase clearingCase, ClearingResult result, boolean priced, List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.schedule = result.schedule();
    this.rows = new RowAudit(result, priced, findings);
    day.thermalUnits().forEach(unit -> thermal.put(unit.id(), thermal.size()));
    day.profiledUnits().forEach(unit -> profiled.put(unit.id(), profiled.size()));
    day.rules().variables().forEach(each -> variables.put(each.id(), variables.size()));
  }

  void run() {
    for (RangeConstraint range : day.rules().ranges()) {
      if (range.inEffect() && clearingCase.inEffect(ConstraintFamily.of(range.kind()))) {
        range(range);
      }
    }
    for (LinearConstraint constraint : day.rules().linear()) {
      if (constraint.inEffect() && clearingCase.inEffect(ConstraintFamily.PRACTICAL)) {
        linear(constraint);
      }
    }
  }

  /** Ids of the units that a scope means. */
  static Set<String> members(MarketDay day, Scope scope) {
    if (!scope.group().isEmpty()) {
      for (UnitGroup group : day.rules().groups()) {
        if (group.id().equals(scope.group())) {
          return new HashSet<>(group.units());
        }
      }
    }
    Set<String> members = new HashSet<>(scope.units());
    if (!members.isEmpty()) {
      return members;
    }
    Set<String> buses = new HashSet<>();
    day.network().buses().stream()
        .filter(bus -> scope.zone().isEmpty() || bus.zone().equals(scope.zone()))
        .forEach(bus -> buses.add(bus.id()));
    for (ThermalUnit unit : day.thermalUnits()) {
      if (buses.contains(unit.bus())) {
        members.add(unit.id());
      }
    }
    for (ProfiledUnit unit : day.profiledUnits()) {
      if (buses.contains(unit.bus())) {
        members.add(unit.id());
      }
    }
    return members;
  }

  private void range(RangeConstraint range) {
    Set<String> members = members(day, range.scope());
    List<double[]> spans = new ArrayList<>();
    String last = "";
    for (int t = range.from(); t < range.to(); t++) {
      String span =
          switch (range.span()) {
            case PERIOD -> "p" + t;
            case DAY -> "d" + day.horizon().dayOf(t);
            case HORIZON -> "h";
          };
      if (!span.equals(last)) {
        spans.add(new double[] {t, spans.isEmpty() ? range.used() : 0});
        last = span;
      }
      for (String unit : members) {
        spans.get(spans.size() - 1)[1] += quantity(range, unit, t);
      }
    }
    boolean perPeriod = range.span() == Span.PERIOD;
    for (double[] span : spans) {
      int t = (int) span[0];
      rows.run(
          new RowAudit.Row(
              range.kind().row(),
              range.id(),
              perPeriod ? t : -1,
              range.span() == Span.HORIZON ? -1 : day.horizon().dayOf(t),
              range.span() == Span.HORIZON ? -1 : t,
              span[1],
              range.min().at(t),
              range.max().at(t),
              range.penalty() * (perPeriod ? day.horizon().hoursPerPeriod() : 1)));
    }
  }

  private double quantity(RangeConstraint range, String unit, int t) {
    double hours = day.horizon().hoursPerPeriod();
    Integer g = thermal.get(unit);
    boolean on = g != null && schedule.committed()[g][t];
    return switch (range.kind()) {
      case OUTPUT, FIXED_SCHEDULE -> outputMw(unit, t);
      case ENERGY -> outputMw(unit, t) * hours;
      case UNITS_ONLINE -> on ? 1 : 0;
      case MUST_RUN_CAPACITY -> g != null && on ? day.thermalUnits().get(g).pMaxMw().at(t) : 0;
      case STARTS -> g != null && changes(g, t) > 0 ? 1 : 0;
      case STOPS -> g != null && changes(g, t) < 0 ? 1 : 0;
      case UNIT_RESERVE, AWARD -> g == null ? 0 : productMw(range.item(), g, t);
      case EMISSION, EMISSION_TOTAL, FUEL -> {
        double t1 = 0;
        for (ResourceRate rate : day.rules().rates()) {
          if (rate.unit().equals(unit) && rate.item().equals(range.item())) {
            t1 += rate.tPerMwh() * outputMw(unit, t) * hours;
            t1 += on ? rate.tPerHOn() * hours : 0;
            t1 += g != null && changes(g, t) > 0 ? rate.tPerStart() : 0;
          }
        }
        yield t1;
      }
    };
  }

  private double productMw(String product, int g, int t) {
    double mw = 0;
    List<String> products = products(day);
    for (int p = 0; p < products.size(); p++) {
      mw += products.get(p).equals(product) ? schedule.reserveMw()[p][g][t] : 0;
    }
    return mw;
  }

  /** Names of the products in the order of the schedule. */
  static List<String> products(MarketDay day) {
    List<String> names = new ArrayList<>();
    day.rules().products().forEach(product -> names.add(product.id()));
    day.reserves().stream()
        .map(reserve -> reserve.product())
        .filter(name -> !names.contains(name))
        .distinct()
        .forEach(names::add);
    return names;
  }

  private double outputMw(String unit, int t) {
    Integer g = thermal.get(unit);
    return g != null
        ? schedule.outputMw()[g][t]
        : schedule.profiledMw()[Objects.requireNonNull(profiled.get(unit))][t];
  }

  /** 1 for a start, -1 for a stop, 0 for none. */
  private int changes(int g, int t) {
    ThermalUnit unit = day.thermalUnits().get(g);
    boolean now = schedule.committed()[g][t];
    boolean before =
        t > 0 ? schedule.committed()[g][t - 1] : unit.initial() == null ? now : unit.initial().on();
    return now == before ? 0 : now ? 1 : -1;
  }

  private void linear(LinearConstraint constraint) {
    for (int t = 0; t < day.periodCount(); t++) {
      double sum = 0;
      for (LinearConstraint.Term term : constraint.terms()) {
        sum += t < term.lag() ? 0 : term.coefficient().at(t) * value(term, t - term.lag());
      }
      rows.run(
          new RowAudit.Row(
              ConstraintFamily.PRACTICAL.id(),
              constraint.id(),
              t,
              day.horizon().dayOf(t),
              t,
              sum,
              constraint.min().at(t),
              constraint.max().at(t),
              constraint.penaltyYuanPerUnit() * day.horizon().hoursPerPeriod()));
    }
  }

  private int thermal(LinearConstraint.Term term) {
    return Objects.requireNonNull(thermal.get(term.unit()));
  }

  private double value(LinearConstraint.Term term, int t) {
    return switch (term.quantity()) {
      case OUTPUT -> outputMw(term.unit(), t);
      case STATUS -> schedule.committed()[thermal(term)][t] ? 1 : 0;
      case START -> Math.max(0, changes(thermal(term), t));
      case STOP -> Math.max(0, -changes(thermal(term), t));
      case RESERVE_UP -> upwardMw(thermal(term), t);
      case VARIABLE -> schedule.variables()[Objects.requireNonNull(variables.get(term.unit()))][t];
    };
  }

  private double upwardMw(int g, int t) {
    double mw = 0;
    List<String> products = products(day);
    for (int p = 0; p < products.size(); p++) {
      ReserveProduct product = day.rules().product(products.get(p));
      boolean counts =
          product.direction() == ReserveProduct.Direction.UP
              && product.kind() != ReserveProduct.Kind.NON_SPINNING;
      mw += counts ? schedule.reserveMw()[p][g][t] : 0;
    }
    return mw;
  }
}
