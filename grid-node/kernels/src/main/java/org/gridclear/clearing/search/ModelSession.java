package org.gridclear.clearing.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.bound.CutPool;
import org.gridclear.clearing.context.ClearingAbortedException;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.flow.FlowRows;
import org.gridclear.clearing.flow.LossCuts;
import org.gridclear.clearing.flow.LossSecants;
import org.gridclear.clearing.flow.StartRows;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.clearing.warmstart.KnownCuts;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.jspecify.annotations.Nullable;

/** A model of a case inside a solver, with the flow rows that its solutions have needed so far. */
public final class ModelSession implements AutoCloseable {
  private final ClearingOptions options;
  private final ClearingContext context;
  private final ClearingModel model;
  private final ClearingGrid grid;
  private final FlowRows flowRows;
  private final FlowRounds flow;
  private final Relaxation relaxation;
  private final SolverSession session;
  private final StartRows startRows;
  private final CutPool cuts;
  private final HeldColumns held;
  private final SessionBases bases;
  private @Nullable Solution secureOnce;
  private final Set<String> tried = new HashSet<>();
  private boolean dispatching;

  /** A model with a session of the solver. */
  public ModelSession(
      ClearingCase clearingCase,
      ClearingGrid grid,
      ClearingOptions options,
      ClearingContext context,
      boolean losses,
      boolean elastic,
      WarmStart start) {
    this.options = options;
    this.context = context;
    this.model = CaseModel.build(clearingCase, grid, options, context, losses, elastic);
    double contingency = clearingCase.day().penalties().contingencyYuanPerMwh();
    this.flowRows = new FlowRows(model, grid, context.cuts(), contingency, options.feasibilityMw());
    this.grid = grid;
    this.relaxation = new Relaxation(model, context, options, !grid.outages().isEmpty());
    this.session = relaxation.session();
    if (relaxation.isLarge()) {
      flowRows.scanAll();
    }
    this.flow = new FlowRounds(session, flowRows, options, context);
    this.startRows = new StartRows(model, grid, flowRows);
    this.cuts = new CutPool(session);
    this.held = new HeldColumns(model, session);
    KnownCuts known = start.cuts().holdingIn(model.linear());
    this.bases = new SessionBases(session, startRows.addAll(session, start, known));
    cuts.addAll(known);
    bases.startDispatch(small() ? start.dispatchBasis() : Basis.NONE, model.linear());
    if (context.proved().isPresent()) {
      startRows.addOwn(session, context.cuts());
    } else {
      startRows.addUnscanned(session, context.cuts());
    }
  }

  /** The model. */
  public ClearingModel model() {
    return model;
  }

  /** Its rows of flows. */
  public FlowRows flowRows() {
    return flowRows;
  }

  /** The session of the solver. */
  public SolverSession session() {
    return session;
  }

  /** Whether flows have limits or losses, which come into the model where they are met. */
  public boolean inGrid() {
    return flowRows.watches() || model.hasLosses();
  }

  /** Rounds in which rows of flows have joined. */
  public int rounds() {
    return flow.count();
  }

  /** Solves a linear program and adds violated flow rows until none is; empty if infeasible. */
  Optional<Solution> secure(String phase) {
    return flow.secure(phase, LossCuts.TOLERANCE_SHARE, Double.POSITIVE_INFINITY);
  }

  /** Solves a linear program once and adds the rows that it violates; empty if infeasible. */
  Optional<Solution> round(String phase) {
    return flow.round(phase, LossCuts.TOLERANCE_SHARE, Double.POSITIVE_INFINITY);
  }

  /** Dispatches a commitment within all flow limits. */
  public Solution dispatch(double[] x, String phase) {
    fix(x);
    return secure(phase)
        .orElseThrow(
            () ->
                new ClearingAbortedException(
                    ClearingOutcome.Reason.SOLVER_FAILED,
                    "The dispatch of a feasible commitment was infeasible."));
  }

  /** The same for one schedule of several; empty where that does not settle. */
  public Optional<Solution> tryDispatch(double[] x, String phase) {
    fix(x);
    return flow.settled(phase, Double.POSITIVE_INFINITY);
  }

  /**
   * Dispatches statuses alone, as far as the data allow them, starts and stops following from them.
   *
   * @param on status of every unit and period
   * @param yuanMax objective from which the dispatch is of no use
   * @return empty if infeasible, of no use, not within all limits after many rounds, or if what
   *     else must be whole is not
   */
  public Optional<Solution> dispatchStatuses(boolean[][] on, String phase, double yuanMax) {
    release();
    session.setIntegrality(false);
    searching(false);
    held.fixStatuses(on);
    session.setBasis(inGrid() && !based() ? Basis.NONE : bases.dispatched());
    dispatching = true;
    Optional<Solution> dispatched = flow.settled(phase, yuanMax).filter(held::whole);
    dispatched.ifPresent(this::keep);
    return dispatched;
  }

  /** Whether statuses are fixed for a dispatch, and nothing else is. */
  boolean dispatching() {
    return dispatching;
  }

  /** A dispatch that others, and its prices, start from. */
  void keep(Solution dispatched) {
    if (small()) {
      bases.keep(dispatched);
    }
  }

  /** Whether it is small: in large models a dispatch is solved faster from presolve. */
  public boolean small() {
    return StatusFixing.small((long) model.statusColumns().length * model.periodCount());
  }

  /**
   * The same with few other statuses, from where the last one ended: a fifth of the time.
   *
   * @return empty, too, if the same statuses were tried before
   */
  Optional<Solution> redispatchStatuses(boolean[][] on, String phase, double yuanMax) {
    if (!tried.add(Arrays.deepToString(on))) {
      return Optional.empty();
    }
    if (!dispatching) {
      return dispatchStatuses(on, phase, yuanMax);
    }
    flow.leave();
    held.fixStatuses(on);
    return flow.settled(phase, yuanMax).filter(held::whole);
  }

  /** Fixes a status as far as the data allow it; returns whether it is on then. */
  boolean fixStatus(int column, boolean wanted) {
    flow.leave();
    return held.fixStatus(column, wanted);
  }

  /** The relaxation with the rows that there are, a bound as it is; empty if it has no optimum. */
  public Optional<Solution> relaxedOnce() {
    bases.toRelaxation();
    Optional<Solution> once = relaxedWith(List.of());
    bases.keepRelaxed();
    secureOnce = once.filter(point -> flowRows.meetsAll(point.columns())).orElse(null);
    return once;
  }

  /**
   * The relaxation within all flow limits, from the basis of the start, or, if it is large, within
   * those that matter to the gap; empty if infeasible.
   */
  public Optional<Solution> relaxed() {
    return relaxed(Double.POSITIVE_INFINITY);
  }

  /**
   * The same, but with some of these limits only once that is a bound which is enough.
   *
   * @param enoughYuan bound that proves what shall be proved
   */
  public Optional<Solution> relaxed(double enoughYuan) {
    if (secureOnce != null) {
      return Optional.of(secureOnce);
    }
    if (dispatching) {
      release();
    }
    return relaxation.solved(this, flow, enoughYuan, grid, startRows, flowRows::anew);
  }

  /** Goes back to where the relaxation ended, after schedules have been dispatched. */
  void reopenRelaxation() {
    release();
    bases.toRelaxation();
  }

  /** The optimum of the relaxation with more cuts; empty if it was not reached. */
  Optional<Solution> relaxedWith(List<Inequality> more) {
    flow.leave();
    more.forEach(cuts::add);
    SolverOutcome outcome =
        session.solve(new SolverLimits(0, options.nodesMax()), context.cancelled());
    return outcome instanceof SolverOutcome.Optimal optimal
        ? Optional.of(optimal.solution())
        : Optional.empty();
  }

  /** Whether a case before had as many units. */
  public boolean based() {
    return context.start().fits(model.statusColumns().length);
  }

  /** Where its programs ended. */
  SessionBases bases() {
    return bases;
  }

  /** Cuts that hold while schedules are looked for. */
  public CutPool cuts() {
    return cuts;
  }

  /** A point of the relaxation with its losses as a dispatch has them. */
  public Optional<Solution> withItsLosses(Solution relaxed) {
    if (!model.hasLosses() && (relaxed == secureOnce || relaxation.isComplete())) {
      return Optional.of(relaxed);
    }
    searching(false);
    return secure("dispatch");
  }

  /** What this model hands to those of other cases. */
  public WarmStart handedOn(boolean[][] committed, double[] rowDuals) {
    double[] duals = Arrays.copyOf(rowDuals, rowCount());
    KnownCuts known = cuts.handedOn(model.linear(), bases.raised());
    return startRows.handedOn(
        committed, duals, bases.relaxed(), bases.dispatched(), known, bases.raised());
  }

  /** Takes load that is not served out of the model for a while. */
  public void serveAll(Solution relaxed) {
    flow.leave();
    held.serveAll(relaxed);
  }

  private void fix(double[] x) {
    flow.leave();
    dispatching = false;
    held.allowShedding();
    held.fix(x);
    session.setIntegrality(false);
    searching(false);
  }

  /** Whether cuts hold and losses lie between tangents and secants, or losses are exact. */
  private void searching(boolean wanted) {
    cuts.enforce(wanted);
    flowRows.losses().exact(session, !wanted);
  }

  /** Whether the losses of the last dispatch had to be held down: then it is no bound. */
  public boolean lossesTied() {
    return flowRows.losses().tied();
  }

  /** Narrows what losses a search may have; returns how much, 0 where it loses as its flows do. */
  public int splitLosses(double[] x) {
    return flowRows.splitLosses(session, x);
  }

  /** Takes all fixed columns back to their bounds. */
  public void release() {
    flow.leave();
    dispatching = false;
    held.release();
    session.setIntegrality(true);
    searching(true);
  }

  /**
   * A dispatch with the duals and overloads of all flow rows that there are now: dispatched again
   * if other schedules have brought more since.
   */
  public Solution withAllRows(Solution dispatched) {
    LossSecants secants = flowRows.losses().secants();
    int rows = rowCount();
    int known = dispatched.rowDuals().length;
    // Cuts and secants that came later were not in force, and have no price.
    int behind = cuts.rowCountBehind(known) + secants.rowCountBehind(known);
    if (known + behind == rows) {
      return dispatched.withRows(rows);
    }
    Basis kept = based() ? bases.of(dispatched) : Basis.NONE;
    if (kept != Basis.NONE) {
      session.setBasis(kept);
    }
    return dispatch(dispatched.columns(), "dispatch");
  }

  /** Rows in the solver now. */
  int rowCount() {
    int lifted = cuts.rowCount() + flowRows.losses().secants().rowCount();
    return model.linear().rowCount() + flowRows.rowCount() + lifted;
  }

  /** Brings the session to where a dispatch ended, losses as they are there. */
  void returnTo(Solution dispatched) {
    if (!flow.endedAt(dispatched)) {
      fix(dispatched.columns());
      session.setBasis(based() ? bases.of(dispatched) : Basis.NONE);
    }
  }

  /** Holds whole numbers of the dispatch returned to as it is priced; returns the point then. */
  double[] holdForPrices(double[] x, HeldColumns.Open open) {
    return held.price(x, open);
  }

  /** The point of an outcome; ends the clearing where there is none. */
  public Solution solutionOf(SolverOutcome outcome) {
    return ClearingAbortedException.pointOf(outcome, context.cancelled(), options.secondsMax());
  }

  @Override
  public void close() {
    session.close();
  }
}
