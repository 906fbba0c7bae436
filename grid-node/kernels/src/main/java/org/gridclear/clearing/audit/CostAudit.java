package org.gridclear.clearing.audit;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.ReserveOffer;

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
      boolean[] on = result.schedule().committed()[g];
      starts += startYuan(unit, on, day.horizon().hoursPerPeriod()) + stopYuan(unit, on);
    }
    Others other = others(day, result.schedule());
    if (clearingCase.inEffect(ConstraintFamily.PRACTICAL)) {
      energy += variables(day, result.schedule(), DecisionVariable.Part.ENERGY);
      other.ancillary += variables(day, result.schedule(), DecisionVariable.Part.ANCILLARY);
    }
    double penalties = result.relaxations().stream().mapToDouble(Relaxation::penaltyYuan).sum();
    CostParts costs = result.costs();
    compare("energy cost", energy, costs.energyYuan(), findings);
    compare("start cost", starts, costs.startYuan(), findings);
    compare("cost of profiled units", other.profiled, costs.profiledYuan(), findings);
    compare("cost of storage", other.storage, costs.storageYuan(), findings);
    compare("cost of reserve", other.ancillary, costs.ancillaryYuan(), findings);
    compare("value of demand", other.demand, costs.demandValueYuan(), findings);
    // What is under a report's threshold adds up, by a hair of the objective.
    compare("penalties", penalties, costs.penaltyYuan(), result.objectiveYuan(), findings);
    double objective =
        energy
            + starts
            + other.profiled
            + other.storage
            + other.ancillary
            - other.demand
            + penalties;
    compare("objective", objective, result.objectiveYuan(), findings);
    if (result.bestBoundYuan() > result.objectiveYuan() + 1e-6 * Math.abs(result.objectiveYuan())) {
      findings.add(new Finding("bound", "case", -1, "the bound is above the objective"));
    }
    if (result.lpYuan() > result.objectiveYuan() + 1e-6 * Math.abs(result.objectiveYuan())) {
      findings.add(new Finding("bound", "case", -1, "its relaxation is above the objective"));
    }
  }

  private static double variables(MarketDay day, Schedule schedule, DecisionVariable.Part part) {
    double sum = 0;
    for (int i = 0; i < day.rules().variables().size(); i++) {
      DecisionVariable variable = day.rules().variables().get(i);
      for (int t = 0; t < day.periodCount() && variable.part() == part; t++) {
        double yuanPerH = variable.yuanPerUnit().at(t) * schedule.variables()[i][t];
        sum += yuanPerH * day.horizon().hoursPerPeriod();
      }
    }
    return sum;
  }

  private static void compare(String what, double expected, double found, List<Finding> findings) {
    compare(what, expected, found, found, findings);
  }

  private static void compare(
      String what, double expected, double found, double sizeYuan, List<Finding> findings) {
    if (Math.abs(expected - found) > 1e-5 * Math.max(1000, Math.abs(sizeYuan))) {
      findings.add(new Finding(what, "case", -1, "%s, recomputed %s".formatted(found, expected)));
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

  private static double stopYuan(ThermalUnit unit, boolean[] on) {
    boolean before = unit.initial() == null ? on[0] : unit.initial().on();
    int stops = 0;
    for (boolean now : on) {
      stops += before && !now ? 1 : 0;
      before = now;
    }
    return stops * unit.stopYuan();
  }

  /**
   * Cost of all starts by the time that the unit had really been off; of a unit whose state before
   * the day is not known, the time off in the day counts.
   */
  private static double startYuan(ThermalUnit unit, boolean[] on, double hours) {
    if (unit.initial() == null) {
      return startYuan(unit, on, hours, on[0], 0);
    }
    double offHours = unit.initial().on() ? 0 : unit.initial().hours();
    return startYuan(unit, on, hours, unit.initial().on(), offHours);
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

  /** What is neither energy nor start of a thermal unit, in yuan. */
  private static final class Others {
    private double profiled;
    private double storage;
    private double ancillary;
    private double demand;
  }

  private static Others others(MarketDay day, Schedule schedule) {
    double hours = day.horizon().hoursPerPeriod();
    Others sum = new Others();
    List<String> products = RulesAudit.products(day);
    for (ReserveOffer offer : day.rules().reserveOffers()) {
      int p = products.indexOf(offer.product());
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        for (int t = 0; t < day.periodCount(); t++) {
          if (day.thermalUnits().get(g).id().equals(offer.unit())) {
            sum.ancillary += offer.yuanPerMwh(t) * schedule.reserveMw()[p][g][t] * hours;
          }
        }
      }
    }
    for (int t = 0; t < day.periodCount(); t++) {
      for (int i = 0; i < day.profiledUnits().size(); i++) {
        double price = day.profiledUnits().get(i).priceYuanPerMwh().at(t);
        sum.profiled += price * schedule.profiledMw()[i][t] * hours;
      }
      for (int i = 0; i < day.flexibleLoads().size(); i++) {
        double value = day.flexibleLoads().get(i).valueYuanPerMwh().at(t);
        sum.demand += value * schedule.flexibleMw()[i][t] * hours;
      }
      for (int i = 0; i < day.storageUnits().size(); i++) {
        StorageUnit unit = day.storageUnits().get(i);
        sum.storage += unit.chargeYuanPerMwh().at(t) * schedule.chargeMw()[i][t] * hours;
        sum.storage += unit.dischargeYuanPerMwh().at(t) * schedule.dischargeMw()[i][t] * hours;
      }
    }
    return sum;
  }
}
