package org.gridclear.audit;

import java.util.List;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.Relaxation;
import org.gridclear.clearing.constraint.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.ReserveOffer;
import org.gridclear.scenario.resolved.ClearingCase;

/** Recomputes the objective from the schedule and the offers. */
final class CostAudit {
  private CostAudit() {}

  static void run(ClearingCase clearingCase, ClearingResult result, List<Finding> findings) {
    MarketDay day = clearingCase.day();
    double energy = 0;
    double starts = 0;
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      ThermalUnit unit = day.thermalUnits().get(g);
      energy += energyYuan(clearingCase, unit, result.schedule(), g);
      starts += startYuan(unit, result.schedule().committed()[g], day.horizon().hoursPerPeriod());
    }
    double other = otherYuan(day, result.schedule());
    double penalties = result.relaxations().stream().mapToDouble(Relaxation::penaltyYuan).sum();
    double objective = energy + starts + other + penalties;
    compare("energy cost", energy, result.costs().energyYuan(), findings);
    compare("start cost", starts, result.costs().startYuan(), findings);
    compare("objective", objective, result.objectiveYuan(), findings);
    if (result.bestBoundYuan() > result.objectiveYuan() + 1e-6 * Math.abs(result.objectiveYuan())) {
      findings.add(new Finding("bound", "case", -1, "the bound is above the objective"));
    }
  }

  private static void compare(String what, double expected, double found, List<Finding> findings) {
    if (Math.abs(expected - found) > 1e-5 * Math.max(1000, Math.abs(found))) {
      findings.add(
          new Finding(what, "case", -1, "%s yuan, recomputed %s".formatted(found, expected)));
    }
  }

  private static double energyYuan(
      ClearingCase clearingCase, ThermalUnit unit, Schedule schedule, int g) {
    double hours = clearingCase.day().horizon().hoursPerPeriod();
    boolean[] fixed = new FixedOutput(clearingCase, unit, schedule.committed()[g]).fixed();
    double sum = 0;
    for (int t = 0; t < schedule.outputMw()[g].length; t++) {
      if (schedule.committed()[g][t]) {
        double yuanPerH =
            fixed[t]
                ? unit.offer(t).firstYuanPerH()
                : costYuanPerH(unit.offer(t), schedule.outputMw()[g][t]);
        sum += yuanPerH * hours;
      }
    }
    return sum;
  }

  private static double costYuanPerH(OfferCurve offer, double mw) {
    int k = 0;
    while (k < offer.segmentCount() - 1 && mw > offer.mw().get(k + 1)) {
      k++;
    }
    return offer.segmentCount() == 0
        ? offer.firstYuanPerH()
        : offer.yuanPerH().get(k) + (mw - offer.mw().get(k)) * offer.priceYuanPerMwh(k);
  }

  /** Cost of all starts by the time that the unit had really been off. */
  private static double startYuan(ThermalUnit unit, boolean[] on, double hours) {
    if (unit.initial() == null) {
      return freeStartYuan(unit, on, hours);
    }
    double offHours = unit.initial().on() ? 0 : unit.initial().hours();
    return startYuan(unit, on, hours, unit.initial().on(), offHours);
  }

  /** Without an initial state the first start may count as of any category, so of the cheapest. */
  private static double freeStartYuan(ThermalUnit unit, boolean[] on, double hours) {
    return startYuan(unit, on, hours, on[0], 0);
  }

  private static double startYuan(
      ThermalUnit unit, boolean[] on, double hours, boolean before, double offHoursBefore) {
    double sum = 0;
    double offHours = offHoursBefore;
    boolean running = before;
    for (boolean now : on) {
      if (now && !running) {
        sum += categoryYuan(unit, offHours);
      }
      offHours = now ? 0 : offHours + hours;
      running = now;
    }
    return sum;
  }

  private static double categoryYuan(ThermalUnit unit, double offHours) {
    double cost = unit.startCategories().get(0).costYuan();
    for (StartCategory category : unit.startCategories()) {
      if (category.offHours() <= offHours + 1e-6) {
        cost = category.costYuan();
      }
    }
    return cost;
  }

  private static double otherYuan(MarketDay day, Schedule schedule) {
    double hours = day.horizon().hoursPerPeriod();
    double sum = 0;
    List<String> products = RulesAudit.products(day);
    for (ReserveOffer offer : day.rules().reserveOffers()) {
      int p = products.indexOf(offer.product());
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        for (int t = 0; t < day.periodCount(); t++) {
          if (day.thermalUnits().get(g).id().equals(offer.unit())) {
            sum += offer.yuanPerMwh(t) * schedule.reserveMw()[p][g][t] * hours;
          }
        }
      }
    }
    for (int t = 0; t < day.periodCount(); t++) {
      for (int i = 0; i < day.profiledUnits().size(); i++) {
        sum +=
            day.profiledUnits().get(i).priceYuanPerMwh().at(t)
                * schedule.profiledMw()[i][t]
                * hours;
      }
      for (int i = 0; i < day.flexibleLoads().size(); i++) {
        sum -=
            day.flexibleLoads().get(i).valueYuanPerMwh().at(t)
                * schedule.flexibleMw()[i][t]
                * hours;
      }
      for (int i = 0; i < day.storageUnits().size(); i++) {
        sum +=
            day.storageUnits().get(i).chargeYuanPerMwh().at(t) * schedule.chargeMw()[i][t] * hours;
        sum +=
            day.storageUnits().get(i).dischargeYuanPerMwh().at(t)
                * schedule.dischargeMw()[i][t]
                * hours;
      }
    }
    return sum;
  }
}
