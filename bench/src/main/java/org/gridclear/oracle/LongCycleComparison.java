package org.gridclear.oracle;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.solver.LinearSolver;

/**
 * The long cycle over two days, the second the first again, beside its oracle; then day-ahead with
 * the statuses of slow units bound by it, beside another.
 */
public final class LongCycleComparison {
  private static final int DAYS = 2;

  private LongCycleComparison() {}

  /** Clears two days of a case that has one, then that one bound by what they decided. */
  public static Comparison of(ClearingCase oneDay, ClearingOptions options, LinearSolver solver) {
    List<String> disagreements = new ArrayList<>();
    MarketRun run = new MarketRun(Market.LT_RUC, 0, 0, DAYS, 0, MarketRun.FAST_START_HOURS, true);
    ClearingCase days = oneDay.withDay(run.of(oneDay.day(), null)).in(Market.LT_RUC);
    repeated(oneDay.day(), days.day(), disagreements);
    Comparison comparison = Comparison.of(days, options.in(Market.LT_RUC), solver);
    disagreements.addAll(comparison.disagreements());
    ClearingResult result = comparison.result();
    if (result != null && !result.statistics().elastic()) {
      MarketRun dayAhead = MarketRun.whole(Market.DA);
      MarketDay bound = dayAhead.bound(oneDay.day(), FinalState.of(days, result));
      Comparison next = Comparison.of(oneDay.withDay(bound), options, solver);
      next.disagreements().forEach(text -> disagreements.add("bound: " + text));
      if (next.result() != null) {
        bound(oneDay.day(), result, next.result(), disagreements);
      }
    }
    return new Comparison(result, disagreements);
  }

  /** Every series of the second day is that of the first. */
  private static void repeated(MarketDay day, MarketDay days, List<String> disagreements) {
    int periods = day.periodCount();
    if (days.periodCount() != DAYS * periods) {
      disagreements.add("Two days have %d periods.".formatted(days.periodCount()));
      return;
    }
    for (int t = 0; t < days.periodCount(); t++) {
      int first = t % periods;
      boolean same = true;
      for (int i = 0; i < day.busLoads().size(); i++) {
        same &= day.busLoads().get(i).mw().at(first) == days.busLoads().get(i).mw().at(t);
      }
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        ThermalUnit one = day.thermalUnits().get(g);
        ThermalUnit two = days.thermalUnits().get(g);
        same &= one.offer(first).equals(two.offer(t));
        same &= one.pMaxMw().at(first) == two.pMaxMw().at(t);
        same &= one.commitment().get(first) == two.commitment().get(t);
      }
      if (!same) {
        disagreements.add("Period %d is not period %d again.".formatted(t + 1, first + 1));
      }
    }
  }

  /** Slow units run as the long cycle has them, but where the day keeps them out. */
  private static void bound(
      MarketDay day, ClearingResult longCycle, ClearingResult next, List<String> disagreements) {
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      ThermalUnit unit = day.thermalUnits().get(g);
      boolean fast = Math.max(unit.minUpHours(), unit.minDownHours()) <= 1;
      for (int t = 0; !fast && t < day.periodCount(); t++) {
        if (longCycle.schedule().committed()[g][t] != next.schedule().committed()[g][t]) {
          disagreements.add("Unit %s is not bound in period %d.".formatted(unit.id(), t + 1));
        }
      }
    }
  }
}
