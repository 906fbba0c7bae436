package org.gridclear.clearing.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.flow.FlowRows;
import org.gridclear.clearing.flow.LossCuts;
import org.gridclear.clearing.flow.StartRows;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.period.LeanSession;
import org.gridclear.clearing.period.PeriodRelaxation;
import org.gridclear.clearing.warmstart.KnownCuts;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverSession;

/**
 * The relaxation of a model within the flow limits that it meets. That of a large model with
 * outages, of which no similar case is known, starts from its periods by themselves, is solved
 * without load that is not served, and ends where limits that are missing still add a small part of
 * the gap: what is known of limits is a bound as it is. docs/decisions/006.
 */
final class Relaxation {
  private static final String PHASE = "relaxation";

  /** Losses that it may lack, per gap: of a twentieth of the load, a fortieth of it. */
  private static final double LOSS_GAP_SHARE = 0.5;

  /** From so many rows at once a round is dear. */
  private static final int ROWS_AHEAD_MIN = 150;

  /** A round of a large one that adds less than this share of the gap is the last. */
  private static final double BOUND_GAP_SHARE = 0.02;

  private static final int ROUNDS_MAX = 150;

  private final ClearingModel model;
  private final ClearingContext context;
  private final double gap;
  private final double lossShare;
  private final Optional<LeanSession> lean;
  private final SolverSession session;
  private boolean complete;

  /**
   * A relaxation, with the session in which its model is solved.
   *
   * @param outages whether flows have limits after outages, of which many bind
   */
  Relaxation(
      ClearingModel model, ClearingContext context, ClearingOptions options, boolean outages) {
    this.model = model;
    this.context = context;
    this.gap = options.gap();
    this.lossShare = Math.max(LossCuts.TOLERANCE_SHARE, LOSS_GAP_SHARE * gap);
    boolean small = StatusFixing.small((long) model.statusColumns().length * model.periodCount());
    // A basis of a similar case is nearer than what periods by themselves know.
    boolean based = context.start().fits(model.statusColumns().length);
    this.lean =
        outages && !small && !based && model.leavesWholesOpen()
            ? Optional.of(new LeanSession(context.solver(), model.linear(), unserved(model)))
            : Optional.empty();
    this.session =
        lean.<SolverSession>map(both -> both)
            .orElseGet(() -> context.solver().open(model.linear()));
  }

  private static int[] unserved(ClearingModel model) {
    return Arrays.stream(model.shedColumns())
        .flatMapToInt(Arrays::stream)
        .filter(column -> column >= 0 && model.linear().columnLower(column) == 0)
        .toArray();
  }

  /** Whether its last round violated no limit. */
  boolean isComplete() {
    return complete;
  }

  /** Whether a round of it is dear. */
  boolean isLarge() {
    return lean.isPresent();
  }

  /** The session of the model. */
  SolverSession session() {
    return session;
  }

  /**
   * Solves it, from the basis of the start; empty if infeasible.
   *
   * @param enoughYuan bound that proves what shall be proved
   * @param rows of its flows
   * @param own rows of flows, none yet, for the periods by themselves
   */
  Optional<Solution> solved(
      ModelSession solve,
      FlowRounds flow,
      double enoughYuan,
      ClearingGrid grid,
      StartRows rows,
      Supplier<FlowRows> own) {
    boolean fromNothing = rows.none();
    boolean apart = lean.isPresent() && startsFromPeriods(grid, own.get(), rows, solve.bases());
    lean(true);
    solve.bases().toRelaxation();
    Optional<Solution> relaxed = flow.round(PHASE, lossShare, Double.POSITIVE_INFINITY);
    boolean more =
        flow.addedLast() > 0 && relaxed.filter(point -> point.objective() < enoughYuan).isPresent();
    if (more && apart) {
      relaxed = settled(flow, relaxed.get());
    } else if (more) {
      if (flow.addedLast() > ROWS_AHEAD_MIN && model.leavesWholesOpen()) {
        rowsAhead(solve, relaxed.get());
        lean(true);
        // With hundreds of new rows presolve and a fresh start take 50 s, the basis before 69 s.
        session.setBasis(Basis.NONE);
      }
      relaxed = flow.secure(PHASE, lossShare, enoughYuan);
    }
    solve.bases().keepRelaxed();
    lean(false);
    complete = flow.addedLast() == 0;
    if (apart && fromNothing) {
      // A dive meets its limits as it goes, and takes most of them too late.
      relaxed.ifPresent(point -> rowsAhead(solve, point));
    }
    return relaxed;
  }

  /** Whether a large one is solved without load that is not served from now on. */
  private void lean(boolean wanted) {
    lean.ifPresent(both -> both.lean(wanted));
  }

  /**
   * Adds the rows of the periods by themselves, and starts from their basis where there is none.
   */
  private boolean startsFromPeriods(
      ClearingGrid grid, FlowRows own, StartRows rows, SessionBases bases) {
    boolean fromNothing = rows.none();
    Optional<WarmStart> start =
        PeriodRelaxation.start(model, grid, own, lossShare, context.solver(), context.cancelled());
    if (start.isPresent() && fromNothing) {
      bases.startFrom(rows.addAll(session, start.get(), KnownCuts.NONE));
    } else {
      start.ifPresent(of -> rows.addMore(session, of));
    }
    return start.isPresent();
  }

  /** Goes on as long as a round adds to the bound what matters to the gap. */
  private Optional<Solution> settled(FlowRounds flow, Solution first) {
    Solution last = first;
    boolean matters = true;
    for (int count = 1; matters && flow.addedLast() > 0 && count <= ROUNDS_MAX; count++) {
      Optional<Solution> next = flow.round(PHASE, lossShare, Double.POSITIVE_INFINITY);
      if (next.isEmpty()) {
        return next;
      }
      double raisedYuan = next.get().objective() - last.objective();
      last = next.get();
      matters = raisedYuan > BOUND_GAP_SHARE * gap * Math.abs(last.objective());
    }
    return Optional.of(last);
  }

  /**
   * Collects flow rows by dispatching the rounded relaxation: that meets much the same limits, and
   * a round of it costs a fiftieth where many outages bind. Where nothing whole is open it is a
   * dispatch itself.
   */
  private void rowsAhead(ModelSession solve, Solution relaxed) {
    boolean[][] on =
        new RoundingHeuristic(model).round(relaxed.columns(), RoundingHeuristic.THRESHOLD);
    lean(false);
    solve.dispatchStatuses(on, "rows ahead", Double.POSITIVE_INFINITY);
    solve.release();
    session.setIntegrality(false);
  }
}
