package org.gridclear.clearing;

import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingModel;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;

/** A model of a case inside a solver, with the flow rows that its solutions have needed so far. */
final class ModelSolve implements AutoCloseable {
  private static final int ROUNDS_MAX = 60;

  private final ClearingOptions options;
  private final ClearingContext context;
  private final ClearingModel model;
  private final FlowRows flowRows;
  private final SolverSession session;
  private int rounds;

  ModelSolve(
      ClearingCase clearingCase,
      ClearingGrid grid,
      ClearingOptions options,
      ClearingContext context,
      boolean losses,
      boolean elastic,
      List<StartPoint.Row> rows) {
    this.options = options;
    this.context = context;
    this.model = ClearingModel.build(clearingCase, grid, losses, options.formulation(), elastic);
    context
        .progress()
        .step(
            "model of %d columns, %d rows"
                .formatted(model.linear().columnCount(), model.linear().rowCount()));
    if (model.linear().rowCount() > context.solver().rowsMax()) {
      throw new Stopped(
          ClearingOutcome.Reason.SOLVER_FAILED,
          "The model has %d rows; %s is of use up to %d. Use HiGHS."
              .formatted(
                  model.linear().rowCount(), context.solver().name(), context.solver().rowsMax()));
    }
    this.flowRows =
        new FlowRows(
            model,
            grid,
            context.cuts(),
            clearingCase.day().penalties().contingencyYuanPerMwh(),
            options.feasibilityMw());
    this.session = context.solver().open(model.linear());
    flowRows.addAll(session, rows);
  }

  ClearingModel model() {
    return model;
  }

  FlowRows flowRows() {
    return flowRows;
  }

  SolverSession session() {
    return session;
  }

  int rounds() {
    return rounds;
  }

  /** Solves a linear program and adds violated flow rows until none is; empty if infeasible. */
  Optional<Solution> secure(String phase) {
    SolverLimits limits = new SolverLimits(0, options.nodesMax());
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      SolverOutcome outcome = session.solve(limits, context.cancelled());
      if (outcome instanceof SolverOutcome.Infeasible) {
        return Optional.empty();
      }
      Solution solution = solutionOf(outcome);
      int added = flowRows.addViolated(session, solution.columns());
      rounds++;
      context
          .progress()
          .step(
              "%s round %d: %.2f yuan, %d flow rows added"
                  .formatted(phase, round, solution.objective(), added));
      if (added == 0) {
        return Optional.of(solution);
      }
    }
    throw new Stopped(
        ClearingOutcome.Reason.SOLVER_FAILED,
        "Flow limits were still violated after %d rounds.".formatted(ROUNDS_MAX));
  }

  /** Dispatches a commitment within all flow limits. */
  Solution dispatch(double[] x, String phase) {
    fix(x);
    return secure(phase)
        .orElseThrow(
            () ->
                new Stopped(
                    ClearingOutcome.Reason.SOLVER_FAILED,
                    "The dispatch of a feasible commitment was infeasible."));
  }

  /** Dispatches statuses alone, starts and stops following from them; empty if infeasible. */
  Optional<Solution> dispatchStatuses(double[] x, String phase) {
    release();
    session.setIntegrality(false);
    for (int[] unit : model.statusColumns()) {
      for (int column : unit) {
        session.setColumnBounds(column, x[column], x[column]);
      }
    }
    return secure(phase);
  }

  void relax() {
    session.setIntegrality(false);
  }

  private void fix(double[] x) {
    for (int column : model.integerColumns()) {
      double value = Math.rint(x[column]);
      session.setColumnBounds(column, value, value);
    }
    session.setIntegrality(false);
  }

  /** Takes all fixed columns back to their bounds. */
  void release() {
    for (int column : model.integerColumns()) {
      session.setColumnBounds(
          column, model.linear().columnLower(column), model.linear().columnUpper(column));
    }
    session.setIntegrality(true);
  }

  /** The point of an outcome, if it has one. */
  static Optional<Solution> pointOf(SolverOutcome outcome) {
    if (outcome instanceof SolverOutcome.Optimal optimal) {
      return Optional.of(optimal.solution());
    }
    if (outcome instanceof SolverOutcome.TimedOut timedOut) {
      return timedOut.incumbent();
    }
    return outcome instanceof SolverOutcome.Feasible feasible
        ? Optional.of(feasible.solution())
        : Optional.empty();
  }

  /** The point of an outcome; stops the clearing where there is none. */
  Solution solutionOf(SolverOutcome outcome) {
    if (outcome instanceof SolverOutcome.TimedOut && context.cancelled().passed()) {
      throw new Stopped(ClearingOutcome.Reason.CANCELLED, "The case was cancelled.");
    }
    return pointOf(outcome).orElseThrow(() -> stopped(outcome));
  }

  /** The end of a clearing whose search had this outcome and no point. */
  Stopped stopped(SolverOutcome outcome) {
    if (outcome instanceof SolverOutcome.TimedOut) {
      return new Stopped(
          ClearingOutcome.Reason.TIMED_OUT,
          "No schedule was found within %s s.".formatted(options.secondsMax()));
    } else if (outcome instanceof SolverOutcome.Unbounded) {
      return new Stopped(
          ClearingOutcome.Reason.UNBOUNDED,
          "The cost has no lower bound; is a negative price offered without a limit?");
    } else if (outcome instanceof SolverOutcome.Failed failed) {
      return new Stopped(ClearingOutcome.Reason.SOLVER_FAILED, failed.cause());
    }
    return new Stopped(ClearingOutcome.Reason.SOLVER_FAILED, "The solver ended with " + outcome);
  }

  @Override
  public void close() {
    session.close();
  }
}
