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

  /** The search stops a little within the gap, so that pricing cannot carry it over. */
  private static final double SEARCH_GAP_SHARE = 0.9;

  /** The start need only be good enough that the full search has nothing but to prove it. */
  private static final double START_GAP_SHARE = 0.5;

  /** With a good start the search has to prove more than to find. */
  private static final double SEARCH_HEURISTIC_SHARE = 0.01;

  private static final int START_NODES_MAX = 100;

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
    if (model.linear().rowCount() > solver.rowsMax()) {
      throw new Stopped(
          ClearingOutcome.Reason.SOLVER_FAILED,
          "The model has %d rows; %s is of use up to %d. Use HiGHS."
              .formatted(model.linear().rowCount(), solver.name(), solver.rowsMax()));
    }
    try (SolverSession session = solver.open(model.linear())) {
      session.setIntegrality(false);
      Optional<Solution> relaxed = secure(session, flowRows, "relaxation");
      if (relaxed.isEmpty()) {
        return Optional.empty();
      }
      double lpYuan = relaxed.get().objective();
      session.setIntegrality(true);
      Optional<Solution> start = start(session, model, flowRows, relaxed.get());
      return commit(session, model, flowRows, lpYuan, start)
          .map(
              found ->
                  new ClearingOutcome.Cleared(result(model, flowRows, elastic, lpYuan, found)));
    }
  }

  /**
   * A commitment with its dispatch.
   *
   * @param priced dispatch of the commitment, with duals
   * @param bound proved lower bound of the objective
   */
  private record Found(Solution priced, double bound, boolean timeLimited, int rounds, long nodes) {
    double gap() {
      double objective = priced.objective();
      return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective));
    }
  }

  /**
   * Searches a commitment, dispatches it within all flow limits, and searches again only if the
   * limits that were missing cost more than the gap allows; empty if infeasible.
   */
  private Optional<Found> commit(
      SolverSession session,
      ClearingModel model,
      FlowRows flowRows,
      double lpYuan,
      Optional<Solution> start) {
    SolverLimits limits =
        new SolverLimits(
            options.gap() * SEARCH_GAP_SHARE, options.nodesMax(), SEARCH_HEURISTIC_SHARE);
    double bound = lpYuan;
    long nodes = 0;
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      SolverOutcome outcome = session.solve(limits, searchUntil.or(cancelled));
      if (outcome instanceof SolverOutcome.Infeasible) {
        return Optional.empty();
      }
      boolean timeLimited = outcome instanceof SolverOutcome.TimedOut;
      Solution committed;
      if (timeLimited && pointOf(outcome).isEmpty() && start.isPresent() && !cancelled.passed()) {
        committed = start.get();
      } else {
        committed = solutionOf(outcome);
        bound = Math.max(bound, committed.bound());
        nodes += committed.nodes();
      }
      progress.step("commitment round %d: %.2f yuan".formatted(round, committed.objective()));
      int rowsBefore = flowRows.size();
      fix(session, model, committed.columns());
      Solution priced =
          secure(session, flowRows, "dispatch")
              .orElseThrow(
                  () ->
                      new Stopped(
                          ClearingOutcome.Reason.SOLVER_FAILED,
                          "The dispatch of a feasible commitment was infeasible."));
      Found found = new Found(priced, bound, timeLimited, round, nodes);
      if (timeLimited || found.gap() <= options.gap() || flowRows.size() == rowsBefore) {
        return Optional.of(found);
      }
      release(session, model);
      session.setStart(priced.columns());
    }
    throw tooManyRounds();
  }

  private static Stopped tooManyRounds() {
    return new Stopped(
        ClearingOutcome.Reason.SOLVER_FAILED,
        "Flow limits were still violated after %d rounds.".formatted(ROUNDS_MAX));
  }

  /** Looks for a good schedule among the statuses that the relaxation leaves open. */
  private Optional<Solution> start(
      SolverSession session, ClearingModel model, FlowRows flowRows, Solution relaxed) {
    SettledStatuses settled = new SettledStatuses(model);
    int fixed = settled.fix(session, relaxed.columns());
    progress.step("%d statuses settled by the relaxation".formatted(fixed));
    SolverOutcome outcome =
        session.solve(
            new SolverLimits(options.gap() * START_GAP_SHARE, START_NODES_MAX),
            searchUntil.or(cancelled));
    Optional<Solution> found = pointOf(outcome);
    Optional<Solution> dispatched = Optional.empty();
    if (found.isPresent()) {
      progress.step("start: %.2f yuan".formatted(found.get().objective()));
      fix(session, model, found.get().columns());
      dispatched = secure(session, flowRows, "start");
    }
    release(session, model);
    dispatched.ifPresent(point -> session.setStart(point.columns()));
    return dispatched;
  }

  private static Optional<Solution> pointOf(SolverOutcome outcome) {
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

  /** Solves a linear program and adds violated flow rows until none is; empty if infeasible. */
  private Optional<Solution> secure(SolverSession session, FlowRows flowRows, String phase) {
    SolverLimits limits = new SolverLimits(0, options.nodesMax());
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      SolverOutcome outcome = session.solve(limits, cancelled);
      if (outcome instanceof SolverOutcome.Infeasible) {
        return Optional.empty();
      }
      Solution solution = solutionOf(outcome);
      int added = flowRows.addViolated(session, solution.columns());
      progress.step(
          "%s round %d: %.2f yuan, %d flow rows added"
              .formatted(phase, round, solution.objective(), added));
      if (added == 0) {
        return Optional.of(solution);
      }
    }
    throw tooManyRounds();
  }

  private Solution solutionOf(SolverOutcome outcome) {
    if (outcome instanceof SolverOutcome.TimedOut && cancelled.passed()) {
      throw new Stopped(ClearingOutcome.Reason.CANCELLED, "The case was cancelled.");
    }
    return pointOf(outcome).orElseThrow(() -> stopped(outcome));
  }

  private Stopped stopped(SolverOutcome outcome) {
    if (outcome instanceof SolverOutcome.TimedOut) {
      return new Stopped(
          ClearingOutcome.Reason.TIMED_OUT,
          "No schedule was found within %s s.".formatted(options.secondsMax()));
    } else if (outcome instanceof SolverOutcome.Unbounded) {
      return new Stopped(
          ClearingOutcome.Reason.UNBOUNDED,
          "The cost has no lower bound; is a negative price offered without a limit?");
    }
    return new Stopped(
        ClearingOutcome.Reason.SOLVER_FAILED, ((SolverOutcome.Failed) outcome).cause());
  }

  private static void fix(SolverSession session, ClearingModel model, double[] x) {
    for (int column : model.integerColumns()) {
      double value = Math.rint(x[column]);
      session.setColumnBounds(column, value, value);
    }
    session.setIntegrality(false);
  }

  private static void release(SolverSession session, ClearingModel model) {
    for (int column : model.integerColumns()) {
      session.setColumnBounds(
          column, model.linear().columnLower(column), model.linear().columnUpper(column));
    }
    session.setIntegrality(true);
  }

  private ClearingResult result(
      ClearingModel model, FlowRows flowRows, boolean elastic, double lpYuan, Found found) {
    Solution priced = found.priced();
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
    ClearingResult.Status status =
        found.timeLimited()
            ? ClearingResult.Status.TIME_LIMITED
            : found.gap() <= options.gap() + 1e-9
                ? ClearingResult.Status.OPTIMAL
                : ClearingResult.Status.FEASIBLE;
    return new ClearingResult(
        status,
        priced.objective(),
        found.bound(),
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
