package org.gridclear.oracle;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.solver.LinearSolver;

/** The markets that follow a day-ahead clearing: the rest of the day, then one period of it. */
public final class MarketChain {
  private MarketChain() {}

  /**
   * The cases of the intraday and the real-time market after a day-ahead result; none where the day
   * is too short, intraday finds no schedule, or a constraint looks back, which a run that goes on
   * from another refuses.
   */
  public static List<ClearingCase> after(
      ClearingCase dayAhead, ClearingResult result, ClearingOptions options, LinearSolver solver) {
    List<ClearingCase> cases = new ArrayList<>();
    int periods = dayAhead.day().periodCount();
    boolean looksBack =
        dayAhead.day().rules().linear().stream().anyMatch(LinearConstraint::looksBack);
    if (periods < 3 || looksBack) {
      return cases;
    }
    InitialConditions plan = FinalState.of(dayAhead, result);
    ClearingCase intraday = next(dayAhead, Market.ID, 1, 0, plan);
    cases.add(intraday);
    ClearingOutcome outcome = ClearingKernel.clear(intraday, options.in(Market.ID), solver);
    if (outcome instanceof ClearingOutcome.Cleared cleared) {
      InitialConditions later = FinalState.of(intraday, cleared.result()).goingOn(plan);
      cases.add(next(dayAhead, Market.RT, 2, 1, later));
    }
    return cases;
  }

  private static ClearingCase next(
      ClearingCase dayAhead, Market market, int from, int count, InitialConditions before) {
    MarketRun run = new MarketRun(market, from, count, 0, 0, MarketRun.FAST_START_HOURS);
    return dayAhead.withDay(run.of(dayAhead.day(), before)).in(market);
  }
}
