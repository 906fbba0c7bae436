package org.gridclear.clearing.audit;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.network.NetworkIndex;

/** Checks renewables, storage and price-sensitive load. */
final class ResourceAudit {
  private final MarketDay day;
  private final ClearingResult result;
  private final Schedule schedule;
  private final List<Finding> findings;
  private final NetworkIndex index;
  private final ResourceShares shares;
  private final boolean priced;

  ResourceAudit(
      ClearingCase clearingCase,
      ClearingResult result,
      ResourceShares shares,
      boolean priced,
      List<Finding> findings) {
    this.day = clearingCase.day();
    this.result = result;
    this.schedule = result.schedule();
    this.findings = findings;
    this.index = new NetworkIndex(day.network());
    this.priced = priced;
    this.shares = shares;
  }

  void run() {
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      ProfiledUnit unit = day.profiledUnits().get(i);
      for (int t = 0; t < day.periodCount(); t++) {
        double mw = schedule.profiledMw()[i][t];
        double max = Math.max(unit.minMw().at(t), unit.maxMw().at(t));
        within("unit " + unit.id(), t, mw, unit.minMw().at(t), max);
        double worth =
            lmp(unit.bus(), t)
                - shares.ofOutput(unit.id(), t).stream()
                    .mapToDouble(ResourceShares.Share::yuanPerMwh)
                    .sum();
        double price = unit.priceYuanPerMwh().at(t);
        suits("unit " + unit.id(), t, mw, unit.minMw().at(t), max, price, worth);
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
  }

  private double lmp(String bus, int t) {
    return !priced ? 0 : result.prices().lmpYuanPerMwh()[index.bus(bus)][t];
  }

  private void within(String element, int t, double value, double least, double most) {
    if (value < least - Tolerance.MW || value > most + Tolerance.MW) {
      findings.add(
          new Finding(
              "limits", element, t, "%s lies outside %s..%s".formatted(value, least, most)));
    }
  }

  private void suits(
      String element, int t, double mw, double least, double most, double price, double lmp) {
    if (!priced) {
      return;
    }
    double tolerance = 0.01 + 1e-6 * Math.max(Math.abs(lmp), Math.abs(price));
    double room = 10 * Tolerance.MW;
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
      boolean both = charge > Tolerance.MW && discharge > Tolerance.MW;
      if (both && !unit.simultaneous().get(t)) {
        findings.add(new Finding("charge or discharge", name, t, "it does both"));
      }
    }
    int last = day.periodCount() - 1;
    RelaxedRows rows = RelaxedRows.of(result);
    double relaxed = rows.inPeriod(name + " end level", last);
    double least = unit.endMinLevelMwh() - relaxed;
    within(name, last, level, least, unit.endMaxLevelMwh() + relaxed);
    double off = Math.max(unit.endMinLevelMwh() - level, level - unit.endMaxLevelMwh());
    if (priced) {
      rows.needed(name + " end level", last, Math.max(0, off), Tolerance.MW, findings);
    }
  }

  private void rate(String name, int t, double value, double least, double most) {
    if (value > Tolerance.MW) {
      within(name, t, value, least, most);
    }
  }
}
