package org.gridclear.run.actor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunResults;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.UnitResult;
import org.gridclear.run.trace.RemainingWork;
import org.gridclear.run.trace.UnitSpan;
import org.gridclear.run.trace.UnitTrace;
import org.gridclear.work.Failure;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Ticker;

/** The books of a run: what is done, by whom, and what is still open. Owned by one actor. */
final class RunProgress {
  /** So many of the latest units tell what is left. */
  private static final int ENDED_KEPT = 256;

  /** How long an estimate serves before it is made anew. */
  private static final double ETA_SECONDS = 0.2;

  private final RunPlan plan;
  private final Ticker ticker;
  private final long startNanos;
  private final UnitResult[] results;
  private final int[] casesOfUnit;
  private final Set<String> nodes = new LinkedHashSet<>();
  private final Set<String> lostNodes = new LinkedHashSet<>();
  private int unitsDone;
  private int casesDone;
  private int casesFailed;
  private int casesReused;
  private int retries;
  private RunState state = RunState.SUBMITTED;
  private String message = "";
  private final Map<Integer, Double> sentAtSeconds = new LinkedHashMap<>();
  private final ArrayDeque<RemainingWork.Ended> ended = new ArrayDeque<>();
  private final Set<Integer> leaders;
  private final UnitTrace trace;
  private double etaSeconds = -1;
  private double etaAtSeconds = -ETA_SECONDS;

  RunProgress(RunPlan plan, Ticker ticker, UnitTrace trace) {
    this.plan = plan;
    this.trace = trace;
    this.ticker = ticker;
    startNanos = ticker.nanos();
    int units = plan.units().size();
    results = new UnitResult[units];
    casesOfUnit = new int[units];
    plan.cells().forEach(cell -> casesOfUnit[cell.unit()]++);
    leaders = Set.copyOf(plan.leaders().values());
    String[] names = new String[units];
    plan.cells().forEach(cell -> names[cell.unit()] = first(names[cell.unit()], cell.name()));
    trace.begin(units, unit -> names[unit], this::seconds);
  }

  private static String first(String known, String name) {
    return known == null ? name : known;
  }

  /** Books the one outcome of a unit; a second one is dropped. */
  void settle(int unit, UnitResult result) {
    if (results[unit] != null) {
      return;
    }
    results[unit] = result;
    unitsDone++;
    if (result.attempts() > 0) {
      trace.settled(span(unit, result));
      double end = result.answeredAtSeconds();
      double start = Math.max(result.sentAtSeconds(), end - result.receipt().seconds());
      ended.add(
          new RemainingWork.Ended(result.sentAtSeconds(), start, end, !leaders.contains(unit)));
      if (ended.size() > ENDED_KEPT) {
        ended.remove();
      }
    } else {
      trace.notSent();
    }
    casesDone += casesOfUnit[unit];
    if (!result.receipt().solved()) {
      casesFailed += casesOfUnit[unit];
    } else {
      casesReused += result.attempts() == 0 ? casesOfUnit[unit] : casesOfUnit[unit] - 1;
    }
  }

  private static UnitSpan span(int unit, UnitResult result) {
    Receipt receipt = result.receipt();
    return new UnitSpan(
        unit,
        "",
        receipt.node(),
        result.attempts(),
        result.sentAtSeconds(),
        result.answeredAtSeconds(),
        receipt.seconds(),
        receipt.solved() ? "" : receipt.why().text());
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

  void sent(int unit, String node, int attempt) {
    nodes.add(node);
    sentAtSeconds.put(unit, seconds());
    trace.sent(unit, node, attempt, seconds());
    retries += attempt > 1 ? 1 : 0;
  }

  void cameBack(int unit) {
    sentAtSeconds.remove(unit);
    trace.cameBack(unit);
  }

  void lost(String node) {
    lostNodes.add(node);
    trace.lost(node);
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
    return (ticker.nanos() - startNanos) / 1e9;
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
        state.ended() ? 0 : sentAtSeconds.size(),
        retries,
        new ArrayList<>(nodes),
        new ArrayList<>(lostNodes),
        seconds(),
        etaSeconds(),
        message);
  }

  private double etaSeconds() {
    if (state != RunState.RUNNING) {
      return -1;
    }
    double now = seconds();
    if (now - etaAtSeconds >= ETA_SECONDS) {
      etaAtSeconds = now;
      long waiting = (long) results.length - unitsDone - sentAtSeconds.size();
      etaSeconds =
          RemainingWork.seconds(
              now, List.copyOf(ended), List.copyOf(sentAtSeconds.values()), waiting);
    }
    return etaSeconds < 0 ? -1 : Math.max(0, etaSeconds - (now - etaAtSeconds));
  }

  RunResults results() {
    return new RunResults(Arrays.asList(results));
  }
}
