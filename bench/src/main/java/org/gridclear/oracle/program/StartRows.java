package org.gridclear.oracle.program;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;

/**
 * What stops cost, and what starts cost, rows (10) and (11) in another form: every start ends one
 * time off, a time off ends in one start at most, and each pair has the price of its length.
 */
public final class StartRows {
  private StartRows() {}

  public static void add(ClearingCase clearingCase, Program program, Decisions decisions, int g) {
    ThermalUnit unit = clearingCase.day().thermalUnits().get(g);
    int periods = clearingCase.day().periodCount();
    double hours = clearingCase.day().horizon().hoursPerPeriod();
    Expression[] ended = new Expression[periods];
    java.util.Arrays.fill(ended, Expression.ZERO);
    boolean offBefore = unit.initial() == null || !unit.initial().on();
    for (int from = offBefore ? -1 : 0; from < periods; from++) {
      Expression begins = from >= 0 ? decisions.stops[g][from] : Expression.constant(1);
      Expression taken = Expression.ZERO;
      for (int t = Math.max(0, from); t < periods; t++) {
        Expression pair = program.binary();
        program.cost(yuan(unit, from, t, hours), pair);
        ended[t] = ended[t].plus(pair);
        taken = taken.plus(pair);
      }
      program.atMost(taken, begins);
    }
    for (int t = 0; t < periods; t++) {
      program.cost(unit.stopYuan(), decisions.stops[g][t]);
      program.equal(ended[t], decisions.starts[g][t]);
    }
  }

  /**
   * Cost of a start in {@code t} after a time off from {@code from} on; -1 for before the day,
   * where without an initial state only the time in the day is known.
   */
  private static double yuan(ThermalUnit unit, int from, int t, double hours) {
    if (from >= 0) {
      return afterHours(unit, (t - from) * hours);
    }
    if (unit.initial() != null) {
      return afterHours(unit, unit.initial().hours() + t * hours);
    }
    return afterHours(unit, t * hours);
  }

  /** The category of a time off; shorter than the first one's is the hottest start. */
  static double afterHours(ThermalUnit unit, double offHours) {
    double cost = unit.startCategories().get(0).costYuan();
    for (StartCategory category : unit.startCategories()) {
      cost = category.offHours() <= offHours + 1e-6 ? category.costYuan() : cost;
    }
    return cost;
  }
}
