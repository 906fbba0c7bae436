package org.gridclear.worker.slot;

import java.lang.management.ManagementFactory;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.input.ClearingOptions.SolverChoice;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.solver.ojalgo.OjAlgoSolver;
import org.gridclear.work.ClearingWork;
import org.gridclear.work.WorkOutcome;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkAnswer;
import org.gridclear.worker.api.WorkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears cases, each from what the case before found out. */
final class ClearingSlot {
  private static final Logger LOG = LoggerFactory.getLogger(ClearingSlot.class);
  private static final int BASES_MAX = 4;

  /** Several cases of a study hand their outcome on at a time. */
  private static final int STARTS_MAX = 16;

  /** A search that gets so little of a core is stopped by the wall clock. */
  private static final double WALL_PER_CPU = 4;

  private final ModelCache<MarketDay> bases = new ModelCache<>(BASES_MAX);
  private final ModelCache<WarmStart> starts = new ModelCache<>(STARTS_MAX);

  WorkAnswer work(WorkUnit.Clearing unit, WorkContext context) {
    BlockStore store = context.store();
    double seconds = unit.options().secondsMax();
    long wallUntil = context.startNanos() + (long) (seconds * WALL_PER_CPU * 1e9);
    long cpuUntil = cpuNanos() + (long) (seconds * 1e9);
    Deadline searchUntil =
        Deadline.when(() -> Math.min(cpuUntil - cpuNanos(), wallUntil - System.nanoTime()) / 1e9);
    ClearingProgress progress = new SlotProgress(unit.name(), context.phases());
    MarketDay base =
        bases.get(unit.baseHash(), () -> CaseFiles.unpack(store.data(unit.baseHash())));
    WorkOutcome outcome =
        ClearingWork.run(
            unit,
            base,
            start(unit, store),
            solver(unit),
            searchUntil,
            context.cancelled(),
            progress);
    if (outcome instanceof WorkOutcome.NotSolved not) {
      return new WorkAnswer.Failed(not.failure());
    }
    WorkOutcome.Solved solved = (WorkOutcome.Solved) outcome;
    if (unit.startKey().isEmpty()) {
      keepStart(unit, solved.result());
    }
    return new WorkAnswer.Done(
        solved.summary(), receipt -> Wire.pack(new StoredOutcome(receipt, solved.result())));
  }

  /** Cases that vary this one need not read here what it found out. */
  private void keepStart(WorkUnit.Clearing unit, ClearingResult result) {
    WarmStart start = result.start();
    if (start != null && result.status() != ClearingResult.Status.TIME_LIMITED) {
      starts.get(unit.key().hex(), () -> start);
    }
  }

  /** What the case before found out, or the base where that failed or the clock cut it. */
  private WarmStart start(WorkUnit.Clearing unit, BlockStore store) {
    if (unit.startKey().isEmpty()) {
      return WarmStart.NONE;
    }
    WarmStart start = starts.get(unit.startKey(), () -> foundOut(unit.startKey(), store));
    if (start != WarmStart.NONE) {
      return start;
    }
    String ofBase = WorkUnit.baseOf(unit).key().hex();
    return starts.get(ofBase, () -> foundOut(ofBase, store));
  }

  private static WarmStart foundOut(String key, BlockStore store) {
    return store
        .outcome(key)
        .map(packed -> Wire.unpack(packed, StoredOutcome.class).result().start())
        .orElse(WarmStart.NONE);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static LinearSolver solver(WorkUnit.Clearing unit) {
    if (unit.options().solver() == SolverChoice.OJALGO) {
      return new OjAlgoSolver();
    }
    return HighsSolver.find()
        .orElseGet(
            () -> {
              LOG.warn(
                  "HiGHS does not load here ({}); ojAlgo takes its place for small cases",
                  HighsSolver.failure());
              return new OjAlgoSolver();
            });
  }
}
