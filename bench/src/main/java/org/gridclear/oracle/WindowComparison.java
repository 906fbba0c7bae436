package org.gridclear.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.solver.LinearSolver;
import org.jspecify.annotations.Nullable;

/**
 * Rolling windows of two periods that look one ahead: each beside its oracle, then the whole with
 * the statuses that were kept. That it is within every row of the whole, which the windows know
 * from what they hand on alone, is what an oracle without the statuses says.
 */
public final class WindowComparison {
  private static final int STEP = 2;
  private static final int AHEAD = 1;
  private static final double SHARE = 1e-6;

  private final ClearingCase whole;
  private final ClearingOptions options;
  private final LinearSolver solver;
  private final List<String> disagreements = new ArrayList<>();

  private WindowComparison(ClearingCase whole, ClearingOptions options, LinearSolver solver) {
    this.whole = whole;
    this.options = options;
    this.solver = solver;
  }

  /** Clears a case in windows; its result is that of the whole, or of a window without schedule. */
  public static Comparison of(ClearingCase whole, ClearingOptions options, LinearSolver solver) {
    return new WindowComparison(whole, options, solver).compare();
  }

  private Comparison compare() {
    int periods = whole.day().periodCount();
    boolean[][] on = new boolean[whole.day().thermalUnits().size()][periods];
    InitialConditions before = null;
    for (int from = 0; from < periods; from += STEP) {
      int to = Math.min(periods, from + STEP + AHEAD);
      MarketDay day =
          new MarketRun(Market.DA, from, to - from, 0, 0, MarketRun.FAST_START_HOURS)
              .window(whole.day(), before);
      ClearingCase part = whole.withDay(day);
      ClearingResult result = compared("window from period " + (from + 1), part);
      if (result == null || result.statistics().elastic()) {
        return new Comparison(result, disagreements);
      }
      before = FinalState.of(part, result);
      for (int g = 0; g < on.length; g++) {
        boolean[] status = result.schedule().committed()[g];
        System.arraycopy(status, 0, on[g], from, to == periods ? to - from : STEP);
      }
      if (to == periods) {
        break;
      }
    }
    ClearingResult last = compared("the whole", whole.withDay(whole.day().withStatuses(on)));
    if (last != null && !last.statistics().elastic()) {
      beside(last);
    }
    return new Comparison(last, disagreements);
  }

  private @Nullable ClearingResult compared(String what, ClearingCase part) {
    Comparison comparison = Comparison.of(part, options, solver);
    comparison.disagreements().forEach(text -> disagreements.add(what + ": " + text));
    return comparison.result();
  }

  private void beside(ClearingResult last) {
    Oracle oracle = new Oracle(whole, options.losses(), solver);
    double yuan = last.objectiveYuan();
    double tolerance = SHARE * Math.max(1000, Math.abs(yuan));
    Optional<Oracle.Point> at = oracle.at(last.schedule());
    if (at.isEmpty()) {
      disagreements.add("The windows' schedule breaks a row of the whole.");
    } else if (at.get().objectiveYuan() > yuan + tolerance) {
      disagreements.add(
          "The windows' schedule costs %s yuan, not %s.".formatted(at.get().objectiveYuan(), yuan));
    }
    Optional<Oracle.Point> best = oracle.best();
    if (best.isEmpty() || best.get().objectiveYuan() > yuan + tolerance) {
      disagreements.add("The windows find what the whole does not have.");
    }
  }
}
