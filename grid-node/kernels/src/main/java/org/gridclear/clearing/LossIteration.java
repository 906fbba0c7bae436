package org.gridclear.clearing;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gridclear.clearing.CommitmentSearch.Found;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.LossPoint;
import org.gridclear.network.Branch;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.solver.Solution;

/**
 * Losses by successive linearisation: the relaxation's dispatch gives the point for the search, and
 * the dispatch of the commitment is repeated around its own flows until the losses settle.
 */
final class LossIteration {
  private static final int RELAXED_STEPS = 2;
  private static final int PRICED_STEPS_MAX = 6;

  /** Losses have settled when they change by less than this share. */
  private static final double SETTLED_SHARE = 1e-4;

  private final ClearingCase clearingCase;
  private final ClearingGrid grid;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final boolean elastic;

  /** A point of linearisation, and the flow rows that were needed on the way. */
  record Step(LossPoint point, List<FlowRowKey> rows) {}

  LossIteration(
      ClearingCase clearingCase,
      ClearingGrid grid,
      ClearingOptions options,
      ClearingContext context,
      boolean elastic) {
    this.clearingCase = clearingCase;
    this.grid = grid;
    this.options = options;
    this.context = context;
    this.elastic = elastic;
  }

  /** Whether losses are asked for and any branch has resistance. */
  boolean needed() {
    return options.losses()
        && clearingCase.day().network().branches().stream().anyMatch(LossIteration::loses);
  }

  private static boolean loses(Branch branch) {
    return branch.inService() && branch.rPu() != 0;
  }

  /** Linearises around the relaxation; empty if that is infeasible. */
  Optional<Step> relaxed(LossPoint from, List<FlowRowKey> rows) {
    Step step = new Step(from, rows);
    for (int k = 0; k < RELAXED_STEPS; k++) {
      try (ModelSolve solve =
          new ModelSolve(
              clearingCase, grid, options, context, step.point(), elastic, step.rows())) {
        solve.relax();
        Optional<Solution> solution = solve.secure("losses");
        if (solution.isEmpty()) {
          return Optional.empty();
        }
        step = next(solve, solution.get());
      }
    }
    return Optional.of(step);
  }

  private Step next(ModelSolve solve, Solution solution) {
    return new Step(
        solve.model().lossesAt(solution.columns()),
        solve.flowRows().bindingKeys(solution.rowDuals()));
  }

  /**
   * Prices a commitment around its own losses. The bound moves with the dispatch: both belong to
   * one linearisation.
   */
  ClearingResult priced(
      ModelSolve searched, Found found, BiFunction<ModelSolve, Found, ClearingResult> result) {
    Found current = found;
    LossPoint before = searched.model().losses();
    Step step = next(searched, found.priced());
    for (int k = 1; ; k++) {
      try (ModelSolve solve =
          new ModelSolve(
              clearingCase, grid, options, context, step.point(), elastic, step.rows())) {
        Solution priced = solve.dispatch(found.priced().columns(), "losses");
        double moved = priced.objective() - found.priced().objective();
        current =
            new Found(
                priced, found.bound() + moved, found.timeLimited(), found.rounds(), found.nodes());
        if (k == PRICED_STEPS_MAX || settled(before, step.point())) {
          return result.apply(solve, current);
        }
        before = step.point();
        step = next(solve, priced);
      }
    }
  }

  private static boolean settled(LossPoint before, LossPoint now) {
    for (int t = 0; t < now.lossMw().length; t++) {
      double change = Math.abs(now.lossMw()[t] - before.lossMw()[t]);
      if (change > SETTLED_SHARE * Math.max(1, now.lossMw()[t])) {
        return false;
      }
    }
    return true;
  }
}
