package org.gridclear.run.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunResults;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.UnitResult;
import org.gridclear.work.Failure;
import org.gridclear.worker.api.Receipt;

/** The books of a run: what is done, by whom, and what is still open. Owned by one actor. */
final class RunBook {
  private final RunPlan plan;
  private final long startNanos = System.nanoTime();
  private final UnitResult[] results;
  private final int[] casesOfUnit;
  private final Set<String> nodes = new LinkedHashSet<>();
  private final Set<String> lostNodes = new LinkedHashSet<>();
  private int unitsDone;
  private int unitsOnNodes;
  private int casesDone;
  private int casesFailed;
  private int casesReused;
  private int retries;
  private RunState state = RunState.SUBMITTED;
  private String message = "";
  private double runningSinceSeconds;
  private int doneAtStart;

  RunBook(RunPlan plan) {
    this.plan = plan;
    int units = plan.units().size();
    results = new UnitResult[units];
    casesOfUnit = new int[units];
    plan.cells().forEach(cell -> casesOfUnit[cell.unit()]++);
  }

  /** Books the one outcome of a unit; a second one is dropped. */
  void settle(int unit, UnitResult result) {
    if (results[unit] != null) {
      return;
    }
    results[unit] = result;
    unitsDone++;
    casesDone += casesOfUnit[unit];
    if (result.receipt().failure() != null) {
      casesFailed += casesOfUnit[unit];
    } else {
      casesReused += result.attempts() == 0 ? casesOfUnit[unit] : casesOfUnit[unit] - 1;
    }
  }

  RunState state() {
    return state;
  }

  void enter(RunState next) {
    enter(next, "");
  }

  void enter(RunState next, String why) {
    state = next;
    message = why == null ? "" : why;
    if (next == RunState.RUNNING) {
      runningSinceSeconds = seconds();
      doneAtStart = unitsDone;
    }
  }

  /** Takes over outcomes that exist already. */
  void reuse(Map<String, Receipt> finished) {
    if (finished.isEmpty()) {
      return;
    }
    for (int unit : open()) {
      Receipt receipt = finished.get(plan.units().get(unit).key().hex());
      if (receipt != null) {
        settle(unit, UnitResult.notSent(receipt));
      }
    }
  }

  /** Units without an outcome. */
  List<Integer> open() {
    List<Integer> open = new ArrayList<>();
    for (int unit = 0; unit < results.length; unit++) {
      if (results[unit] == null) {
        open.add(unit);
      }
    }
    return open;
  }

  void sent(String node, int attempt) {
    nodes.add(node);
    unitsOnNodes++;
    retries += attempt > 1 ? 1 : 0;
  }

  void cameBack() {
    unitsOnNodes--;
  }

  void lost(String node) {
    lostNodes.add(node);
  }

  /** Whatever has no outcome fails for this reason. */
  void giveUp(Failure failure) {
    for (int unit : open()) {
      String key = plan.units().get(unit).key().hex();
      settle(unit, UnitResult.notSent(Receipt.failed(key, "", failure)));
    }
  }

  boolean complete() {
    return unitsDone == results.length;
  }

  double seconds() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  /** Seconds from the start of the run to a reading of the nano clock. */
  double secondsAt(long nanos) {
    return (nanos - startNanos) / 1e9;
  }

  RunStatus status() {
    return new RunStatus(
        plan.runId(),
        plan.job().name(),
        state,
        plan.cells().size(),
        casesDone,
        casesFailed,
        casesReused,
        state.ended() ? 0 : unitsOnNodes,
        retries,
        new ArrayList<>(nodes),
        new ArrayList<>(lostNodes),
        seconds(),
        etaSeconds(),
        message);
  }

  private double etaSeconds() {
    int doneHere = unitsDone - doneAtStart;
    if (state != RunState.RUNNING || doneHere <= 0) {
      return -1;
    }
    return (seconds() - runningSinceSeconds) / doneHere * (results.length - unitsDone);
  }

  RunResults results() {
    return new RunResults(Arrays.asList(results));
  }
}
