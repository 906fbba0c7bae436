package org.gridclear.clearing.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.OperatingMode;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Scope;
import org.gridclear.network.Bus;

/**
 * What a reserve requirement asks for (B-15, B-16, G-04): {@code R = max(mw, largest unit) + share
 * × load + share × forecast}. Model (19).
 */
public final class RequiredReserve {
  private RequiredReserve() {}

  /** The family to which a requirement belongs. */
  public static ConstraintFamily family(ReserveRequirement requirement) {
    return requirement.scope().isSystem()
        ? ConstraintFamily.RESERVE
        : ConstraintFamily.ZONAL_RESERVE;
  }

  /**
   * What makes up a requirement in a period, in MW.
   *
   * @param givenMw what the data give
   * @param largestUnitMw the greatest limit of a unit in scope; 0 where it does not count
   * @param loadMw the share of load
   * @param renewableMw the share of the forecast
   * @param factor of the mode in which the grid is operated
   * @param requiredMw what is required
   */
  public record Parts(
      double givenMw,
      double largestUnitMw,
      double loadMw,
      double renewableMw,
      double factor,
      double requiredMw) {}

  /** The requirement of a period in MW, by its rule. */
  public static double mw(ClearingCase clearingCase, ReserveRequirement requirement, int t) {
    return parts(clearingCase, requirement, t).requiredMw();
  }

  /** Whether a requirement is a row of the model: its family counts and the market clears it. */
  public static boolean counts(ClearingCase clearingCase, ReserveRequirement requirement) {
    ReserveProduct product = clearingCase.day().rules().product(requirement.product());
    return clearingCase.inEffect(family(requirement)) && clearingCase.clears(product.kind());
  }

  /** What the row of the model asks for in a period, in MW; 0 where there is none. */
  public static double rowMw(ClearingCase clearingCase, ReserveRequirement requirement, int t) {
    return counts(clearingCase, requirement) ? Math.max(0, mw(clearingCase, requirement, t)) : 0;
  }

  /** The requirement of a period and what it is made of. */
  public static Parts parts(ClearingCase clearingCase, ReserveRequirement requirement, int t) {
    MarketDay day = clearingCase.day();
    Scope scope = requirement.scope();
    double largest = 0;
    double forecast = 0;
    if (requirement.largestUnit() || requirement.renewableShare() != 0) {
      int thermal = day.thermalUnits().size();
      for (int unit : new UnitSets(day).units(scope).toArray()) {
        if (unit >= thermal) {
          forecast += day.profiledUnits().get(unit - thermal).maxMw().at(t);
        } else if (requirement.largestUnit()) {
          largest = Math.max(largest, day.thermalUnits().get(unit).pMaxMw().at(t));
        }
      }
    }
    double load =
        requirement.loadShare() == 0 ? 0 : requirement.loadShare() * loadMw(day, scope.zone(), t);
    double renewable =
        requirement.renewableShare() == 0 ? 0 : requirement.renewableShare() * forecast;
    double given = requirement.mw().at(t);
    double factor = factor(day, requirement.id(), t);
    double built =
        switch (requirement.method()) {
          case SUM -> Math.max(given, largest) + load + renewable;
          case GREATEST -> Math.max(Math.max(given, largest), Math.max(load, renewable));
        };
    return new Parts(given, largest, load, renewable, factor, factor * built);
  }

  private static double factor(MarketDay day, String reserve, int t) {
    double factor = 1;
    for (OperatingMode mode : day.rules().modes()) {
      factor *= mode.holds(t) ? mode.factor(reserve) : 1;
    }
    return factor;
  }

  /** The units in scope of a requirement: thermal ones by number, profiled ones behind them. */
  public static Set<Integer> members(MarketDay day, ReserveRequirement requirement) {
    return new UnitSets(day)
        .units(requirement.scope())
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Fixed load of a zone, or of the system where {@code zone} is "", bus by bus. */
  private static double loadMw(MarketDay day, String zone, int t) {
    Map<String, Double> ofBus = new LinkedHashMap<>();
    for (Bus bus : day.network().buses()) {
      if (zone.isEmpty() || zone.equals(bus.zone())) {
        ofBus.put(bus.id(), 0.0);
      }
    }
    for (BusLoad load : day.busLoads()) {
      ofBus.computeIfPresent(load.bus(), (bus, mw) -> mw + load.mw().at(t));
    }
    return ofBus.values().stream().mapToDouble(Double::doubleValue).reduce(0, Double::sum);
  }
}
