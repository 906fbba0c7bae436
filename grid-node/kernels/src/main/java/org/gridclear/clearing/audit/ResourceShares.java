package org.gridclear.clearing.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.clearing.audit.flow.LostShares;
import org.gridclear.clearing.audit.flow.Topologies;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.ResourceRate;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.UnitGroup;
import org.gridclear.network.Bus;
import org.gridclear.network.NetworkIndex;

/**
 * What the constraints of the catalogue add to the worth of a unit's output and reserve: the shadow
 * price of every row that a MW of it takes part in, times how much it takes (stationarity of the
 * pricing program). An LMP is the next cost of a unit at the margin plus the shares of its rows.
 */
public final class ResourceShares {
  private static final double SECONDS_PER_H = 3600;

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final double hours;
  private final Map<String, LinearConstraint> linear = new HashMap<>();
  private final LostShares lost;
  private final List<FlowResult> afterLosses;

  /** Shares in a result. */
  public ResourceShares(ClearingCase clearingCase, ClearingResult result) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.hours = day.horizon().hoursPerPeriod();
    day.rules().linear().forEach(each -> linear.put(each.id(), each));
    NetworkIndex index = new NetworkIndex(day.network());
    this.lost = new LostShares(day, index, new Topologies(day, index));
    this.afterLosses =
        result.flows().stream()
            .filter(flow -> flow.binding() && lost.of(flow.outage()).isPresent())
            .toList();
  }

  /**
   * What one row adds to a price.
   *
   * @param constraint row of the catalogue
   * @param element what is constrained
   * @param yuanPerMwh what it adds; negative where it makes output worth having
   */
  public record Share(String constraint, String element, double yuanPerMwh) {}

  /** Shares of all rows that a MW of output of a unit takes part in, in a period from 0. */
  public List<Share> ofOutput(String unit, int period) {
    List<Share> shares = new ArrayList<>();
    for (FlowResult flow : afterLosses) {
      double factor = flow.period() == period ? lost.ofUnit(flow, unit) : 0;
      if (factor != 0) {
        String name = flow.element() + " after " + flow.outage();
        double adds = flow.direction() * flow.shadowPriceYuanPerMwh() * factor;
        shares.add(new Share(flow.constraint(), name, adds));
      }
    }
    for (ConstraintPrice price : result.shadowPrices()) {
      double taken = taken(price, unit, period);
      if (taken != 0 && price.yuanPerUnit() != 0) {
        double adds = -price.yuanPerUnit() * taken / hours;
        shares.add(new Share(price.constraint(), price.element(), adds));
      }
    }
    return shares;
  }

  /** What a MW of a product of a unit is worth in a period: of its requirements and ranges. */
  public double reserveYuanPerMwh(String unit, String product, int period) {
    double worth = 0;
    for (int r = 0; r < day.reserves().size(); r++) {
      ReserveRequirement requirement = day.reserves().get(r);
      if (requirement.product().equals(product) && in(requirement.scope(), unit)) {
        worth += result.prices().reserveYuanPerMwh()[r][period];
      }
    }
    for (ConstraintPrice price : result.shadowPrices()) {
      for (RangeConstraint range : day.rules().ranges()) {
        boolean counts =
            range.kind().isReserve()
                && range.id().equals(price.element())
                && range.kind().row().equals(price.constraint())
                && range.item().equals(product)
                && covers(range, price, period)
                && in(range.scope(), unit);
        worth += counts ? price.yuanPerUnit() / hours : 0;
      }
      worth += price.yuanPerUnit() / hours * taken(price, unit, product, period);
    }
    return worth;
  }

  /** How much a MW of a product counts in a constraint given as data. */
  private double taken(ConstraintPrice price, String unit, String product, int period) {
    ReserveProduct of = day.rules().product(product);
    boolean counts =
        price.constraint().equals("B-26")
            && linear.containsKey(price.element())
            && of.direction() == ReserveProduct.Direction.UP
            && of.kind() != ReserveProduct.Kind.NON_SPINNING;
    double taken = 0;
    for (LinearConstraint.Term term :
        counts
            ? Objects.requireNonNull(linear.get(price.element())).terms()
            : List.<LinearConstraint.Term>of()) {
      boolean held =
          term.quantity() == LinearConstraint.Quantity.RESERVE_UP
              && term.unit().equals(unit)
              && price.period() == period + term.lag();
      taken += held ? term.coefficient().at(price.period()) : 0;
    }
    return taken;
  }

  /** Whether a range of reserve (B-10) may hold what a unit gives of a product. */
  boolean rangeHolds(String unit, String product, int period) {
    return day.rules().ranges().stream()
        .filter(range -> range.kind().isReserve() && range.inEffect())
        .filter(range -> range.item().equals(product) && in(range.scope(), unit))
        .anyMatch(range -> period >= range.from() && period < range.to());
  }

  /** Whether a price is of a range of counts or capacity that a unit's status takes part in. */
  public boolean ofStatus(RangeConstraint range, ConstraintPrice price, String unit, int period) {
    boolean counts =
        switch (range.kind()) {
          case STARTS, STOPS, UNITS_ONLINE, MUST_RUN_CAPACITY -> true;
          default -> false;
        };
    return counts && covers(range, price, period) && in(range.scope(), unit);
  }

  /** How much of the limit of a row a MW of output takes. */
  private double taken(ConstraintPrice price, String unit, int period) {
    double taken = 0;
    for (RangeConstraint range : day.rules().ranges()) {
      if (range.id().equals(price.element())
          && range.kind().row().equals(price.constraint())
          && covers(range, price, period)
          && in(range.scope(), unit)) {
        taken += perMw(range, unit);
      }
    }
    if (price.constraint().equals("B-26") && linear.containsKey(price.element())) {
      for (LinearConstraint.Term term : linear.get(price.element()).terms()) {
        boolean counts =
            price.period() == period + term.lag()
                && term.unit().equals(unit)
                && term.quantity() == LinearConstraint.Quantity.OUTPUT;
        taken += counts ? term.coefficient().at(price.period()) : 0;
      }
    }
    for (Reservoir lake : clearingCase.decidedReservoirs()) {
      if (price.constraint().equals("B-22") && lake.units().contains(unit)) {
        taken += water(lake, price, period);
      }
    }
    return taken;
  }

  /** Water that a MW takes from its reservoir now, and brings to the one below later. */
  private double water(Reservoir lake, ConstraintPrice price, int period) {
    double flow = lake.m3PerMwh() / SECONDS_PER_H;
    double mm3 = flow * SECONDS_PER_H * hours / 1e6;
    int arrives = period + day.horizon().periodsFor(lake.delayHours());
    double taken = 0;
    if (price.period() == period) {
      taken += price.element().equals(lake.id()) ? mm3 : 0;
      taken += price.element().equals(lake.id() + " release") ? flow : 0;
    }
    boolean below = price.element().equals(lake.downstream()) && price.period() == arrives;
    return taken - (below ? mm3 : 0);
  }

  /** Whether a price is of the span of a range that a period belongs to. */
  private boolean covers(RangeConstraint range, ConstraintPrice price, int period) {
    boolean inside = period >= range.from() && period < range.to();
    return inside
        && switch (range.span()) {
          case PERIOD -> price.period() == period;
          case DAY -> price.period() == firstOfDay(range, period);
          case HORIZON -> price.period() == -1;
        };
  }

  /** The first period of a range on the day of a period: there stands the price of that day. */
  private int firstOfDay(RangeConstraint range, int period) {
    int first = period;
    while (first > range.from() && day.horizon().dayOf(first - 1) == day.horizon().dayOf(period)) {
      first--;
    }
    return first;
  }

  private double perMw(RangeConstraint range, String unit) {
    return switch (range.kind()) {
      case OUTPUT, FIXED_SCHEDULE -> 1;
      case ENERGY -> hours;
      case EMISSION, EMISSION_TOTAL, FUEL ->
          hours
              * day.rules().rates().stream()
                  .filter(rate -> rate.unit().equals(unit) && rate.item().equals(range.item()))
                  .mapToDouble(ResourceRate::tPerMwh)
                  .sum();
      case STARTS, STOPS, UNITS_ONLINE, UNIT_RESERVE, AWARD, MUST_RUN_CAPACITY -> 0;
    };
  }

  /** Whether a scope means a unit. */
  boolean in(Scope scope, String unit) {
    if (!scope.group().isEmpty()) {
      return day.rules().groups().stream()
          .filter(group -> group.id().equals(scope.group()))
          .map(UnitGroup::units)
          .anyMatch(units -> units.contains(unit));
    }
    if (!scope.units().isEmpty()) {
      return scope.units().contains(unit);
    }
    Set<String> buses = new HashSet<>();
    day.network().buses().stream()
        .filter(bus -> scope.zone().isEmpty() || bus.zone().equals(scope.zone()))
        .map(Bus::id)
        .forEach(buses::add);
    return day.thermalUnits().stream()
            .filter(each -> each.id().equals(unit))
            .map(ThermalUnit::bus)
            .anyMatch(buses::contains)
        || day.profiledUnits().stream()
            .filter(each -> each.id().equals(unit))
            .map(ProfiledUnit::bus)
            .anyMatch(buses::contains);
  }
}
