package org.gridclear.run.actor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.WorkDispatcher.Dispatched;
import org.gridclear.run.WorkerNode;
import org.gridclear.work.Failure;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;

/** The books of a run: what waits, what is where, what is done. Owned by one actor. */
final class RunBook {
  /** A unit is sent at most this often. */
  static final int ATTEMPTS_MAX = 3;

  private final RunPlan plan;
  private final boolean firstLeads;
  private final long startNanos = System.nanoTime();
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Map<Integer, Dispatched> onNode = new HashMap<>();
  private final Map<String, Integer> loadOfNode = new HashMap<>();
  private final Receipt[] receipts;
  private final int[] attempts;
  private final String[] lastNode;
  private final Set<String> nodes = new LinkedHashSet<>();
  private final Set<String> lostNodes = new LinkedHashSet<>();
  private final Set<String> lostIds = new HashSet<>();
  private final int[] casesOfUnit;
  private int unitsDone;
  private int casesDone;
  private int casesFailed;
  private int casesReused;
  private int retries;
  private RunState state = RunState.SUBMITTED;
  private String message = "";
  private double runningSinceSeconds;
  private int doneAtStart;

  /** A unit and the node that shall do it. */
  record Assignment(int unit, WorkUnit workUnit, WorkerNode node) {}

  RunBook(RunPlan plan) {
    this.plan = plan;
    this.firstLeads = plan.firstLeads();
    int units = plan.units().size();
    receipts = new Receipt[units];
    attempts = new int[units];
    lastNode = new String[units];
    casesOfUnit = new int[units];
    plan.cells().forEach(cell -> casesOfUnit[cell.unit()]++);
    for (int u = 0; u < units; u++) {
      waiting.add(u);
    }
  }

  /** Books the one outcome of a unit; a second one is dropped. */
  private void settle(int unit, Receipt receipt) {
    if (receipts[unit] != null) {
      return;
    }
    receipts[unit] = receipt;
    unitsDone++;
    casesDone += casesOfUnit[unit];
    if (receipt.failure() != null) {
      casesFailed += casesOfUnit[unit];
    } else {
      casesReused += attempts[unit] == 0 ? casesOfUnit[unit] : casesOfUnit[unit] - 1;
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
    for (Iterator<Integer> units = waiting.iterator(); units.hasNext(); ) {
      int u = units.next();
      Receipt receipt = finished.get(plan.units().get(u).key().hex());
      if (receipt != null) {
        settle(u, receipt);
        units.remove();
      }
    }
  }

  /** The next unit to send, or null if none can be sent now. */
  Assignment next(List<WorkerNode> workers) {
    WorkerNode best = null;
    int slots = workers.stream().mapToInt(WorkerNode::slots).sum();
    boolean plenty = waiting.size() > 4 * slots;
    for (WorkerNode worker : workers) {
      int window = plenty ? 2 * worker.slots() : worker.slots();
      int load = loadOfNode.getOrDefault(worker.id(), 0);
      boolean room = load < window && !lostIds.contains(worker.id());
      if (room && (best == null || share(worker) < share(best))) {
        best = worker;
      }
    }
    if (best == null) {
      return null;
    }
    boolean onlyFirst = firstLeads && receipts[0] == null;
    for (int u : waiting) {
      if (onlyFirst && u != 0) {
        continue;
      }
      if (workers.size() == 1 || !best.id().equals(lastNode[u])) {
        return new Assignment(u, plan.units().get(u), best);
      }
    }
    return null;
  }

  private double share(WorkerNode worker) {
    return loadOfNode.getOrDefault(worker.id(), 0) / (double) worker.slots();
  }

  void sent(Assignment assignment, Dispatched dispatched) {
    int u = assignment.unit();
    waiting.remove(u);
    onNode.put(u, dispatched);
    loadOfNode.merge(assignment.node().id(), 1, Integer::sum);
    nodes.add(assignment.node().name());
    lastNode[u] = assignment.node().id();
    retries += attempts[u] > 0 ? 1 : 0;
    attempts[u]++;
  }

  private void takenBack(int unit, WorkerNode node) {
    onNode.remove(unit);
    loadOfNode.merge(node.id(), -1, Integer::sum);
  }

  void answered(int unit, WorkerNode node, Receipt receipt) {
    takenBack(unit, node);
    settle(unit, receipt);
  }

  /** A unit came back without an answer: it waits again, or fails for good. */
  void broke(int unit, WorkerNode node, boolean nodeLost, Failure failure) {
    takenBack(unit, node);
    if (nodeLost) {
      lostIds.add(node.id());
      lostNodes.add(node.name());
    }
    if (receipts[unit] != null) {
      return;
    }
    if (attempts[unit] < ATTEMPTS_MAX) {
      waiting.addFirst(unit);
    } else {
      settle(unit, failed(unit, node.name(), failure));
    }
  }

  private Receipt failed(int unit, String node, Failure failure) {
    return Receipt.failed(plan.units().get(unit).key().hex(), node, failure);
  }

  /** Whatever has no outcome fails for this reason. */
  void giveUp(Failure failure) {
    waiting.clear();
    for (int u = 0; u < receipts.length; u++) {
      if (receipts[u] == null) {
        settle(u, failed(u, "", failure));
      }
    }
  }

  void cancelAll() {
    onNode.values().forEach(Dispatched::cancel);
  }

  boolean complete() {
    return waiting.isEmpty() && unitsDone == receipts.length;
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) / 1e9;
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
        onNode.size(),
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
    return (seconds() - runningSinceSeconds) / doneHere * (receipts.length - unitsDone);
  }

  RunResult result() {
    List<CaseResult> cases = new ArrayList<>();
    for (RunPlan.Cell cell : plan.cells()) {
      cases.add(new CaseResult(cell.name(), receipts[cell.unit()], attempts[cell.unit()]));
    }
    return new RunResult(status(), plan.job(), cases);
  }
}
