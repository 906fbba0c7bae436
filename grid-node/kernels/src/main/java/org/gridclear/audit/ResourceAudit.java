package org.gridclear.audit;

import java.util.List;
import java.util.Set;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.constraint.Schedule;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.ReserveProduct;
import org.gridclear.network.NetworkIndex;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ConstraintFamily;

/** Checks renewables, storage, price-sensitive load and reserve requirements. */
final class ResourceAudit {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final Schedule schedule;
  private final Set<String> relaxed;
  private final List<Finding> findings;
  private final NetworkIndex index;

  ResourceAudit(
      ClearingCase clearingCase,
      ClearingResult result,
      Set<String> relaxed,
      List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.schedule = result.schedule();
    this.relaxed = relaxed;
    this.findings = findings;
    this.index = new NetworkIndex(day.network());
  }

  void run() {
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      ProfiledUnit unit = day.profiledUnits().get(i);
      for (int t = 0; t < day.periodCount(); t++) {
        double mw = schedule.profiledMw()[i][t];
        double max = Math.max(unit.minMw().at(t), unit.maxMw().at(t));
        within("unit " + unit.id(), t, mw, unit.minMw().at(t), max);
        double lmp = lmp(unit.bus(), t);
        if (!RulesAudit.covers(day, unit.id())) {
          double price = unit.priceYuanPerMwh().at(t);
          suits("unit " + unit.id(), t, mw, unit.minMw().at(t), max, price, lmp);
        }
      }
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      FlexibleLoad load = day.flexibleLoads().get(i);
      for (int t = 0; t < day.periodCount(); t++) {
        double mw = schedule.flexibleMw()[i][t];
        String name = "flexible load " + load.id();
        within(name, t, mw, 0, load.maxMw().at(t));
        suits(
            name, t, -mw, -load.maxMw().at(t), 0, load.valueYuanPerMwh().at(t), lmp(load.bus(), t));
      }
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      storage(i, day.storageUnits().get(i));
    }
    reserves();
  }

  private double lmp(String bus, int t) {
    return result.prices().lmpYuanPerMwh()[index.bus(bus)][t];
  }

  private void within(String element, int t, double value, double least, double most) {
    if (value < least - ClearingAuditor.MW || value > most + ClearingAuditor.MW) {
      findings.add(
          new Finding(
              "limits", element, t, "%s lies outside %s..%s".formatted(value, least, most)));
    }
  }

  private void suits(
      String element, int t, double mw, double least, double most, double price, double lmp) {
    double tolerance = 1e-3 * Math.max(1, Math.max(Math.abs(lmp), Math.abs(price)));
    double room = 10 * ClearingAuditor.MW;
    boolean gainsByMore = mw < most - room && lmp > price + tolerance;
    boolean gainsByLess = mw > least + room && lmp < price - tolerance;
    if (gainsByMore || gainsByLess) {
      findings.add(
          new Finding(
              "output suits price",
              element,
              t,
              "%s MW at LMP %s and price %s".formatted(mw, lmp, price)));
    }
  }

  private void storage(int i, StorageUnit unit) {
    String name = "storage " + unit.id();
    double hours = day.horizon().hoursPerPeriod();
    double level = unit.initialLevelMwh();
    for (int t = 0; t < day.periodCount(); t++) {
      double charge = schedule.chargeMw()[i][t];
      double discharge = schedule.dischargeMw()[i][t];
      level =
          (1 - unit.lossShare().at(t)) * level
              + charge * hours * unit.chargeEfficiency().at(t)
              - discharge * hours / unit.dischargeEfficiency().at(t);
      within(name, t, schedule.levelMwh()[i][t], level, level);
      within(name, t, level, unit.minLevelMwh().at(t), unit.maxLevelMwh().at(t));
      rate(name, t, charge, unit.minChargeMw().at(t), unit.maxChargeMw().at(t));
      rate(name, t, discharge, unit.minDischargeMw().at(t), unit.maxDischargeMw().at(t));
      boolean both = charge > ClearingAuditor.MW && discharge > ClearingAuditor.MW;
      if (both && !unit.simultaneous().get(t)) {
        findings.add(new Finding("charge or discharge", name, t, "it does both"));
      }
    }
    if (!relaxed.contains(name + " end level")) {
      within(name, day.periodCount() - 1, level, unit.endMinLevelMwh(), unit.endMaxLevelMwh());
    }
  }

  private void rate(String name, int t, double value, double least, double most) {
    if (value > ClearingAuditor.MW) {
      within(name, t, value, least, most);
    }
  }

  private void reserves() {
    for (int r = 0; r < day.reserves().size(); r++) {
      ReserveRequirement requirement = day.reserves().get(r);
      boolean system = requirement.scope().isSystem();
      ReserveProduct product = day.rules().product(requirement.product());
      if (!clearingCase.inEffect(system ? ConstraintFamily.RESERVE : ConstraintFamily.ZONAL_RESERVE)
          || !clearingCase.clears(product.kind())) {
        continue;
      }
      int p = RulesAudit.products(day).indexOf(requirement.product());
      Set<String> members = RulesAudit.members(day, requirement.scope());
      for (int t = 0; t < day.periodCount(); t++) {
        double sum = 0;
        for (int g = 0; g < day.thermalUnits().size(); g++) {
          double given = schedule.reserveMw()[p][g][t];
          sum += members.contains(day.thermalUnits().get(g).id()) ? given : 0;
          if (given > 0 && !mayProvide(day.thermalUnits().get(g), requirement.product())) {
            findings.add(
                new Finding(
                    "reserve eligibility",
                    "unit " + day.thermalUnits().get(g).id(),
                    t,
                    given + " MW"));
          }
        }
        String name = "reserve " + requirement.id();
        double required = requiredMw(requirement, members, t);
        if (sum < required - ClearingAuditor.MW && !reported(name, t)) {
          findings.add(new Finding("reserve", name, t, "%s MW of %s".formatted(sum, required)));
        }
      }
    }
  }

  private boolean mayProvide(ThermalUnit unit, String product) {
    return unit.reserves().contains(product)
        || day.rules().reserveOffers().stream()
            .anyMatch(o -> o.unit().equals(unit.id()) && o.product().equals(product));
  }

  private double requiredMw(ReserveRequirement requirement, Set<String> members, int t) {
    double mw = requirement.mw().at(t);
    for (ThermalUnit unit : day.thermalUnits()) {
      if (requirement.largestUnit() && members.contains(unit.id())) {
        mw = Math.max(mw, unit.pMaxMw().at(t));
      }
    }
    double load = 0;
    for (BusLoad each : day.busLoads()) {
      String zone = day.network().buses().get(index.bus(each.bus())).zone();
      String asked = requirement.scope().zone();
      load += asked.isEmpty() || asked.equals(zone) ? each.mw().at(t) : 0;
    }
    double forecast = 0;
    for (ProfiledUnit unit : day.profiledUnits()) {
      forecast += members.contains(unit.id()) ? unit.maxMw().at(t) : 0;
    }
    return mw + requirement.loadShare() * load + requirement.renewableShare() * forecast;
  }

  private boolean reported(String element, int t) {
    return result.relaxations().stream()
        .anyMatch(r -> r.element().equals(element) && r.period() == t);
  }
}
