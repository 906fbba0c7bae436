package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingModel;
import org.gridclear.clearing.constraint.CostParts;
import org.gridclear.clearing.pricing.NodalPricing;
import org.gridclear.clearing.pricing.Prices;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;

/**
 * Clears a case (D-01, D-03): unit commitment with flow limits added where they are violated, then
 * dispatch and prices with the commitment fixed. A function of its arguments.
 */
public final class ClearingKernel {
  /** Amounts below this are solver noise and not reported as relaxed. */
  private static final double RELAXATION_MIN = 1e-4;

  private static final int ROUNDS_MAX = 60;

  private final ClearingCase clearingCase;
  private final ClearingOptions options;
  private final LinearSolver solver;
  private final Deadline searchUntil;
  private final Deadline cancelled;
  private final ClearingProgress progress;
  private final ClearingGrid grid;

  private ClearingKernel(
      ClearingCase clearingCase,
      ClearingOptions options,
      LinearSolver solver,
      Deadline searchUntil,
      Deadline cancelled,
      ClearingProgress progress) {
    this.clearingCase = clearingCase;
    this.options = options;
    this.solver = solver;
    this.searchUntil = searchUntil;
    this.cancelled = cancelled;
    this.progress = progress;
    this.grid = new ClearingGrid(clearingCase);
  }

  /**
   * Clears a case.
   *
   * @param searchUntil when the search for a commitment stops; pricing still follows
   * @param cancelled when everything stops
   */
  public static ClearingOutcome clear(
      ClearingCase clearingCase,
      ClearingOptions options,
      LinearSolver solver,
      Deadline searchUntil,
      Deadline cancelled,
      ClearingProgress progress) {
    try {
      return new ClearingKernel(clearingCase, options, solver, searchUntil, cancelled, progress)
          .clear();
    } catch (Stopped stopped) {
      return stopped.outcome;
    }
  }

  /** Clears a case without a time limit. */
  public static ClearingOutcome clear(
      ClearingCase clearingCase, ClearingOptions options, LinearSolver solver) {
    return clear(
        clearingCase,
        options,
        solver,
        Deadline.never(),
        Deadline.never(),
        ClearingProgress.silent());
  }

  /**
   * The objective of the linear relaxation, in yuan, without flow limits and without a search.
   *
   * @throws IllegalStateException if it is not solved to optimality
   */
  public static double relaxationYuan(
      ClearingCase clearingCase, ClearingOptions options, LinearSolver solver) {
    ClearingModel model =
        ClearingModel.build(
            clearingCase, new ClearingGrid(clearingCase), options.formulation(), false);
    try (SolverSession session = solver.open(model.linear())) {
      session.setIntegrality(false);
      SolverOutcome outcome =
          session.solve(new SolverLimits(options.gap(), options.nodesMax()), Deadline.never());
      if (outcome instanceof SolverOutcome.Optimal optimal) {
        return optimal.solution().objective();
      }
      throw new IllegalStateException("The relaxation ended with " + outcome + ".");
    }
  }

  /** Leaves the search with an outcome. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ClearingOutcome outcome;

    Stopped(ClearingOutcome.Reason reason, String text) {
      super(text, null, false, false);
      this.outcome = new ClearingOutcome.NotCleared(reason, text);
    }
  }

  private ClearingOutcome clear() {
    Optional<ClearingOutcome> outcome = attempt(false);
    if (outcome.isPresent()) {
      return outcome.get();
    }
    progress.step("no schedule meets the units' own limits; relaxing them at a price");
    return attempt(true)
        .orElseThrow(
            () ->
                new Stopped(
                    ClearingOutcome.Reason.INFEASIBLE,
                    "No schedule exists even with all penalised constraints relaxed: outages, "
                        + "storage levels or fixed output contradict each other."));
  }

  /** One attempt; empty if it is infeasible. */
  private Optional<ClearingOutcome> attempt(boolean elastic) {
    ClearingModel model = ClearingModel.build(clearingCase, grid, options.formulation(), elastic);
    FlowRows flowRows =
        new FlowRows(
            model,
            grid,
            clearingCase.day().periodCount(),
            clearingCase.day().horizon().hoursPerPeriod(),
            options.feasibilityMw());
    progress.step(
        "model of %d columns, %d rows"
            .formatted(model.linear().columnCount(), model.linear().rowCount()));
    try (SolverSession session = solver.open(model.linear())) {
      session.setIntegrality(false);
      Optional<Found> relaxed = secure(session, flowRows, "relaxation", Double.NEGATIVE_INFINITY);
      if (relaxed.isEmpty()) {
        return Optional.empty();
      }
      double lpYuan = relaxed.get().solution().objective();
      session.setIntegrality(true);
      Optional<Found> committed = secure(session, flowRows, "commitment", lpYuan);
      if (committed.isEmpty()) {
        return Optional.empty();
      }
      Found found = committed.get();
      fix(session, model, found.solution().columns());
      Found priced =
          secure(session, flowRows, "pricing", found.bound())
              .orElseThrow(
                  () ->
                      new Stopped(
                          ClearingOutcome.Reason.SOLVER_FAILED,
                          "The pricing program of a feasible commitment was infeasible."));
      return Optional.of(
          new ClearingOutcome.Cleared(
              result(model, flowRows, elastic, lpYuan, found, priced.solution())));
    }
  }

  /** A point that violates no flow limit. */
  private record Found(
      Solution solution, double bound, boolean timeLimited, int rounds, long nodes) {}

  /** Solves and adds violated flow rows until there are none; empty if infeasible. */
  private Optional<Found> secure(
      SolverSession session, FlowRows flowRows, String phase, double knownBound) {
    boolean searching = phase.equals("commitment");
    SolverLimits limits = new SolverLimits(options.gap() * 0.9, options.nodesMax());
    double bound = knownBound;
    long nodes = 0;
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      Deadline deadline = searching ? searchUntil.or(cancelled) : cancelled;
      SolverOutcome outcome = session.solve(limits, deadline);
      if (outcome instanceof SolverOutcome.Infeasible) {
        return Optional.empty();
      }
      boolean timeLimited = outcome instanceof SolverOutcome.TimedOut;
      Solution solution = solutionOf(outcome);
      bound = Math.max(bound, solution.bound());
      nodes += solution.nodes();
      int added = timeLimited ? 0 : flowRows.addViolated(session, solution.columns());
      progress.step(
          "%s round %d: %.2f yuan, %d flow rows added"
              .formatted(phase, round, solution.objective(), added));
      if (added == 0) {
        return Optional.of(new Found(solution, bound, timeLimited, round, nodes));
      }
      if (searching) {
        session.setStart(extended(solution.columns(), added));
      }
    }
    throw new Stopped(
        ClearingOutcome.Reason.SOLVER_FAILED,
        "Flow limits were still violated after %d rounds.".formatted(ROUNDS_MAX));
  }

  /** The point with room for the two slacks of every row that was added. */
  private static double[] extended(double[] columns, int addedRows) {
    return java.util.Arrays.copyOf(columns, columns.length + 2 * addedRows);
  }

  private Solution solutionOf(SolverOutcome outcome) {
    if (outcome instanceof SolverOutcome.Optimal optimal) {
      return optimal.solution();
    } else if (outcome instanceof SolverOutcome.Feasible feasible) {
      return feasible.solution();
    } else if (outcome instanceof SolverOutcome.TimedOut timedOut) {
      if (cancelled.passed()) {
        throw new Stopped(ClearingOutcome.Reason.CANCELLED, "The case was cancelled.");
      }
      return timedOut
          .incumbent()
          .orElseThrow(
              () ->
                  new Stopped(
                      ClearingOutcome.Reason.TIMED_OUT,
                      "No schedule was found within %s s.".formatted(options.secondsMax())));
    } else if (outcome instanceof SolverOutcome.Unbounded) {
      throw new Stopped(
          ClearingOutcome.Reason.UNBOUNDED,
          "The cost has no lower bound; is a negative price offered without a limit?");
    }
    throw new Stopped(
        ClearingOutcome.Reason.SOLVER_FAILED, ((SolverOutcome.Failed) outcome).cause());
  }

  private static void fix(SolverSession session, ClearingModel model, double[] x) {
    for (int column : model.integerColumns()) {
      double value = Math.rint(x[column]);
      session.setColumnBounds(column, value, value);
    }
    session.setIntegrality(false);
  }

  private ClearingResult result(
      ClearingModel model,
      FlowRows flowRows,
      boolean elastic,
      double lpYuan,
      Found found,
      Solution priced) {
    double[] x = priced.columns();
    int periods = clearingCase.day().periodCount();
    double hours = clearingCase.day().horizon().hoursPerPeriod();
    Prices prices =
        NodalPricing.prices(
            model,
            grid,
            periods,
            clearingCase.day().reserves().size(),
            hours,
            priced.rowDuals(),
            flowRows.duals(priced.rowDuals()));
    CostParts costs = model.costs(x).withPenalty(flowRows.penaltyYuan(x));
    double bound = Math.min(found.bound(), priced.objective());
    double gap = (priced.objective() - bound) / Math.max(1e-9, Math.abs(priced.objective()));
    ClearingResult.Status status =
        found.timeLimited()
            ? ClearingResult.Status.TIME_LIMITED
            : gap <= options.gap() + 1e-9
                ? ClearingResult.Status.OPTIMAL
                : ClearingResult.Status.FEASIBLE;
    return new ClearingResult(
        status,
        priced.objective(),
        bound,
        lpYuan,
        costs,
        model.schedule(x),
        prices,
        flowRows.results(x, priced.rowDuals()),
        relaxations(model, flowRows, x),
        new ClearingResult.Statistics(
            solver.name(),
            model.linear().columnCount(),
            model.linear().rowCount(),
            flowRows.size(),
            found.rounds(),
            found.nodes(),
            elastic));
  }

  private static List<Relaxation> relaxations(ClearingModel model, FlowRows flowRows, double[] x) {
    List<Relaxation> list = new ArrayList<>();
    for (ClearingModel.Slack slack : model.slacks()) {
      double amount = x[slack.column()];
      if (amount > RELAXATION_MIN) {
        list.add(
            new Relaxation(
                slack.constraint(),
                slack.element(),
                slack.period(),
                amount,
                slack.unit(),
                amount * slack.yuanPerUnit()));
      }
    }
    list.addAll(flowRows.relaxations(x, RELAXATION_MIN));
    return list;
  }
}
