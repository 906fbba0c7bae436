package org.gridclear.clearing;

import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Cost of one given commitment on one bus, written from the rules of the market and not from the
 * model: statuses are checked by counting, and dispatch is a program in outputs alone.
 */
final class BruteForce {
  private BruteForce() {}

  /** Cost in yuan, infinite if the commitment breaks a rule or cannot serve the load. */
  static double costYuan(MarketDay day, boolean[][] on, double worthless) {
    double fixed = 0;
    for (int g = 0; g < on.length; g++) {
      fixed += statusCost(day.thermalUnits().get(g), on[g]);
    }
    return fixed >= worthless ? Double.POSITIVE_INFINITY : fixed + dispatchCost(day, on);
  }

  private static double statusCost(ThermalUnit unit, boolean[] on) {
    boolean running = unit.initial().on();
    double held = unit.initial().hours();
    int starts = 0;
    double cost = 0;
    for (boolean now : on) {
      if (now != running) {
        if (held < (running ? unit.minUpHours() : unit.minDownHours())) {
          return Double.POSITIVE_INFINITY;
        }
        if (now) {
          starts++;
          double category = unit.startCategories().get(0).costYuan();
          for (StartCategory c : unit.startCategories()) {
            category = c.offHours() <= held ? c.costYuan() : category;
          }
          cost += category;
        }
        held = 0;
        running = now;
      }
      held++;
    }
    return unit.maxStartsPerDay() >= 0 && starts > unit.maxStartsPerDay()
        ? Double.POSITIVE_INFINITY
        : cost;
  }

  private static double dispatchCost(MarketDay day, boolean[][] on) {
    LinearModel model = new LinearModel();
    int periods = day.periodCount();
    int[][] output = new int[on.length][periods];
    int[][] reserve = new int[on.length][periods];
    Terms[] balance = terms(periods);
    Terms[] spin = terms(periods);
    for (int g = 0; g < on.length; g++) {
      ThermalUnit unit = day.thermalUnits().get(g);
      for (int t = 0; t < periods; t++) {
        boolean runs = on[g][t];
        boolean starts = runs && !(t == 0 ? unit.initial().on() : on[g][t - 1]);
        boolean stops = runs && t + 1 < periods && !on[g][t + 1];
        double most = runs ? unit.pMaxMw().at(t) : 0;
        most = starts ? Math.min(most, unit.startRampMw()) : most;
        most = stops ? Math.min(most, unit.stopRampMw()) : most;
        double least = runs ? unit.pMinMw().at(t) : 0;
        if (least > most) {
          return Double.POSITIVE_INFINITY;
        }
        output[g][t] = model.addColumn(least, most, 0);
        reserve[g][t] = model.addColumn(0, runs ? most : 0, 0);
        balance[t].add(output[g][t], 1);
        spin[t].add(reserve[g][t], 1);
        model.atMost(most, new Terms().add(output[g][t], 1).add(reserve[g][t], 1));
        if (runs) {
          cost(model, output[g][t], unit.offer(t));
        }
      }
      ramps(model, unit, on[g], output[g], reserve[g]);
    }
    for (int t = 0; t < periods; t++) {
      model.equal(day.loadMw(t), balance[t]);
      if (!day.reserves().isEmpty()) {
        model.atLeast(day.reserves().get(0).mw().at(t), spin[t]);
      }
    }
    try (SolverSession session = Fixtures.highs().open(model)) {
      SolverOutcome outcome = session.solve(new SolverLimits(0, 1), Deadline.never());
      return outcome instanceof SolverOutcome.Optimal optimal
          ? optimal.solution().objective()
          : Double.POSITIVE_INFINITY;
    }
  }

  /** Cost as the upper envelope of the lines through each segment. */
  private static void cost(LinearModel model, int output, OfferCurve offer) {
    int cost = model.addColumn(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
    for (int k = 0; k < offer.segmentCount(); k++) {
      double slope = offer.priceYuanPerMwh(k);
      double atZero = offer.yuanPerH().get(k) - slope * offer.mw().get(k);
      model.atLeast(atZero, new Terms().add(cost, 1).add(output, -slope));
    }
  }

  /** Ramps above the least output, as docs/model.md defines them. */
  private static void ramps(
      LinearModel model, ThermalUnit unit, boolean[] on, int[] output, int[] reserve) {
    double first = unit.offer(0).firstMw();
    double before = unit.initial().on() ? unit.initial().powerMw() - first : 0;
    for (int t = 0; t < on.length; t++) {
      double now = on[t] ? first : 0;
      double last = t > 0 && on[t - 1] ? first : 0;
      Terms rise = new Terms().add(output[t], 1).add(reserve[t], 1);
      Terms fall = new Terms().add(output[t], -1);
      double constant = t == 0 ? before : -last;
      if (t > 0) {
        rise.add(output[t - 1], -1);
        fall.add(output[t - 1], 1);
      }
      double carried = t == 0 ? -before : last;
      model.atMost(unit.rampUpMwPerH() + now - carried, rise);
      model.atMost(unit.rampDownMwPerH() - now - constant, fall);
    }
  }

  private static Terms[] terms(int count) {
    Terms[] terms = new Terms[count];
    for (int t = 0; t < count; t++) {
      terms[t] = new Terms();
    }
    return terms;
  }
}
