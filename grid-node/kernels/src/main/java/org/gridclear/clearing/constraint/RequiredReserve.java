package org.gridclear.clearing.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.constraint.Scope;
import org.gridclear.network.Bus;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ConstraintFamily;

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

  /** The requirement of a period in MW, by its rule. */
  public static double mw(ClearingCase clearingCase, ReserveRequirement requirement, int t) {
    MarketDay day = clearingCase.day();
    Scope scope = requirement.scope();
    double mw = requirement.mw().at(t);
    double forecast = 0;
    if (requirement.largestUnit() || requirement.renewableShare() != 0) {
      int thermal = day.thermalUnits().size();
      for (int unit : new UnitSets(day).units(scope).toArray()) {
        if (unit >= thermal) {
          forecast += day.profiledUnits().get(unit - thermal).maxMw().at(t);
        } else if (requirement.largestUnit()) {
          mw = Math.max(mw, day.thermalUnits().get(unit).pMaxMw().at(t));
        }
      }
    }
    if (requirement.loadShare() != 0) {
      mw += requirement.loadShare() * loadMw(day, scope.zone(), t);
    }
    if (requirement.renewableShare() != 0) {
      mw += requirement.renewableShare() * forecast;
    }
    return mw;
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
