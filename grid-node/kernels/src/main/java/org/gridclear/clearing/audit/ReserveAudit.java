package org.gridclear.clearing.audit;

import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.OperatingMode;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.network.NetworkIndex;

/** Checks who holds reserve, how much of it, and the requirements with their prices. */
final class ReserveAudit {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final boolean priced;

  ReserveAudit(ClearingCase clearingCase, ClearingResult result, boolean priced) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.priced = priced;
  }

  void run(List<Finding> findings) {
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      UnitPath path = new UnitPath(clearingCase, result, g);
      for (int p = 0; p < path.products().size(); p++) {
        for (int t = 0; t < day.periodCount(); t++) {
          held(path, path.products().get(p), path.heldMw(p, t), t, findings);
        }
      }
    }
    for (int r = 0; r < day.reserves().size(); r++) {
      ReserveRequirement requirement = day.reserves().get(r);
      boolean system = requirement.scope().isSystem();
      ReserveProduct product = day.rules().product(requirement.product());
      ConstraintFamily family = system ? ConstraintFamily.RESERVE : ConstraintFamily.ZONAL_RESERVE;
      if (clearingCase.inEffect(family) && clearingCase.clears(product.kind())) {
        requirement(r, requirement, findings);
      }
    }
  }

  private void held(
      UnitPath path, ReserveProduct product, double mw, int t, List<Finding> findings) {
    String element = "unit " + path.unit().id();
    if (mw < -Tolerance.MW) {
      findings.add(new Finding("reserve", element, t, mw + " MW"));
    }
    if (mw > Tolerance.MW && !path.mayProvide(product)) {
      findings.add(new Finding("reserve eligibility", element, t, mw + " MW"));
    } else if (mw > path.limitMw(product, t) + Tolerance.MW) {
      String text =
          "%s MW of %s, can give %s".formatted(mw, product.id(), path.limitMw(product, t));
      findings.add(new Finding("reserve limit", element, t, text));
    }
  }

  private void requirement(int r, ReserveRequirement requirement, List<Finding> findings) {
    int p = RulesAudit.products(day).indexOf(requirement.product());
    Set<String> members = RulesAudit.members(day, requirement.scope());
    String name = "reserve " + requirement.id();
    for (int t = 0; t < day.periodCount(); t++) {
      double penalty = requirement.shortfallYuanPerMwh(t, day.penalties().reserveYuanPerMwh());
      double sum = 0;
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        boolean member = members.contains(day.thermalUnits().get(g).id());
        sum += member ? result.schedule().reserveMw()[p][g][t] : 0;
      }
      double required = requiredMw(requirement, members, t);
      double missing = RelaxedRows.of(result).inPeriod(name, t);
      if (sum + missing < required - Tolerance.MW) {
        String text = "%s MW of %s, %s reported missing".formatted(sum, required, missing);
        findings.add(new Finding("reserve", name, t, text));
      }
      if (!priced) {
        continue;
      }
      double lacking = Math.max(0, required - sum);
      RelaxedRows.of(result).needed(name, t, lacking, Tolerance.MW, findings);
      double price = result.prices().reserveYuanPerMwh()[r][t];
      double tolerance = 0.01 + 1e-6 * penalty;
      boolean spare = sum > required + 10 * Tolerance.MW || required <= 0;
      boolean missed = missing > 10 * Tolerance.MW;
      double least = missed ? penalty : 0;
      double most = spare ? 0 : penalty;
      if (price < least - tolerance || price > most + tolerance) {
        String text = "%s lies outside %s..%s".formatted(price, least, most);
        findings.add(new Finding("reserve price", name, t, text));
      }
    }
  }

  private double requiredMw(ReserveRequirement requirement, Set<String> members, int t) {
    double mw = requirement.mw().at(t);
    for (ThermalUnit unit : day.thermalUnits()) {
      if (requirement.largestUnit() && members.contains(unit.id())) {
        mw = Math.max(mw, unit.pMaxMw().at(t));
      }
    }
    double load = 0;
    NetworkIndex index = new NetworkIndex(day.network());
    for (BusLoad each : day.busLoads()) {
      String zone = day.network().buses().get(index.bus(each.bus())).zone();
      String asked = requirement.scope().zone();
      load += asked.isEmpty() || asked.equals(zone) ? each.mw().at(t) : 0;
    }
    double forecast = 0;
    for (ProfiledUnit unit : day.profiledUnits()) {
      forecast += members.contains(unit.id()) ? unit.maxMw().at(t) : 0;
    }
    double ofLoad = requirement.loadShare() * load;
    double ofForecast = requirement.renewableShare() * forecast;
    double required = mw + ofLoad + ofForecast;
    if (requirement.method() == ReserveRequirement.Method.GREATEST) {
      required = Math.max(mw, Math.max(ofLoad, ofForecast));
    }
    for (OperatingMode mode : day.rules().modes()) {
      for (OperatingMode.Factor each : mode.requirements()) {
        boolean ruled = mode.from() <= t && t < mode.to();
        required *= ruled && each.reserve().equals(requirement.id()) ? each.factor() : 1;
      }
    }
    return required;
  }
}
