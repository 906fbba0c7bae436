package org.gridclear.clearing.commitment;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.search.Incumbent;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;

/**
 * A model with most statuses settled, searched and dispatched until no missing limit costs much.
 */
final class SmallProgram {
  private static final int ROUNDS_MAX = 3;

  private final ModelSession solve;
  private final ClearingContext context;
  private final Solution relaxed;
  private final SolverLimits limits;
  private final double missedYuanMax;

  /**
   * In a model.
   *
   * @param relaxed optimum of its relaxation
   * @param missedYuanMax what limits that a search did not know may cost
   */
  SmallProgram(
      ModelSession solve,
      ClearingContext context,
      Solution relaxed,
      SolverLimits limits,
      double missedYuanMax) {
    this.solve = solve;
    this.context = context;
    this.relaxed = relaxed;
    this.limits = limits;
    this.missedYuanMax = missedYuanMax;
  }

  /**
   * The best schedule, dispatched; empty if none was found.
   *
   * @param settle settles statuses and returns how many
   * @param known a schedule to start from
   */
  Optional<Solution> best(IntSupplier settle, Optional<Solution> known) {
    Optional<Solution> priced = Optional.empty();
    Optional<Solution> start = known;
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      solve.release();
      int fixed = settle.getAsInt();
      solve.serveAll(relaxed);
      context.progress().step("%d statuses settled".formatted(fixed));
      start.ifPresent(point -> solve.session().setStart(point.columns()));
      SolverOutcome outcome =
          solve.session().solve(limits, context.searchUntil().or(context.cancelled()));
      Optional<Solution> found = outcome.point();
      if (found.isEmpty()) {
        break;
      }
      int rowsBefore = solve.flowRows().size();
      start = solve.tryDispatch(found.get().columns(), "start");
      if (start.isEmpty()) {
        break;
      }
      priced = Incumbent.better(priced, start);
      double missed = start.get().objective() - found.get().objective();
      if (solve.flowRows().size() == rowsBefore || missed <= missedYuanMax) {
        break;
      }
    }
    return priced;
  }
}
