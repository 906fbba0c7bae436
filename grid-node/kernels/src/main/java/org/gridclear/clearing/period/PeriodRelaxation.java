package org.gridclear.clearing.period;

import java.util.Optional;
import org.gridclear.clearing.flow.FlowRows;
import org.gridclear.clearing.flow.StartRows;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.warmstart.KnownCuts;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;

/**
 * A start for the relaxation of a large model in a grid: that of every period by itself, within all
 * flow limits. It takes a small part of the time, meets most of the limits that the whole meets,
 * and its bases together are one of the whole. docs/decisions/006.
 */
public final class PeriodRelaxation {
  private static final int ROUNDS_MAX = 60;

  private PeriodRelaxation() {}

  /**
   * The rows that bind in the periods by themselves, and their basis; empty if they have no optimum
   * or their rows do not end.
   *
   * @param rows of flows, none yet, to be used for nothing else
   * @param lossToleranceShare share of the losses that may be lacking
   */
  public static Optional<WarmStart> start(
      ClearingModel model,
      ClearingGrid grid,
      FlowRows rows,
      double lossToleranceShare,
      LinearSolver solver,
      Deadline until) {
    try (PeriodPrograms programs = new PeriodPrograms(solver, model)) {
      for (int round = 1; round <= ROUNDS_MAX; round++) {
        SolverOutcome outcome = programs.solve(new SolverLimits(0, 1), until);
        if (!(outcome instanceof SolverOutcome.Optimal optimal)) {
          return Optional.empty();
        }
        double[] x = optimal.solution().columns();
        if (rows.addViolated(programs, x, lossToleranceShare) == 0) {
          WarmStart start =
              new StartRows(model, grid, rows)
                  .handedOn(
                      new boolean[0][],
                      optimal.solution().rowDuals(),
                      programs.basis(),
                      Basis.NONE,
                      KnownCuts.NONE,
                      Basis.NONE);
          return Optional.of(start);
        }
      }
    }
    return Optional.empty();
  }
}
