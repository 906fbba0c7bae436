package org.gridclear.run.listing;

import java.util.List;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.study.StudyDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a run is expected to take, from runs that ended.
 *
 * @param cases number of cases
 * @param slots units that the grid does at a time
 * @param secondsACase slot-seconds of a case in those runs; null without any
 * @param seconds expected time on an idle grid; null without such runs
 * @param basis which runs it comes from
 */
public record RunCost(
    int cases, int slots, @Nullable Double secondsACase, @Nullable Double seconds, String basis) {
  private static final int RUNS = 10;

  /** The cost of a study on the nodes that there are, by the newest runs that the grid knows. */
  public static RunCost of(StudyDefinition study, StudyRuns runs) {
    return of(
        study.name(),
        study.cases().size(),
        runs.workers().stream().mapToInt(WorkerNode::slots).sum(),
        runs.registry().page(RunPage.FROM_NEWEST, RunPage.RECORDS_MAX).records());
  }

  /**
   * The cost of a study.
   *
   * @param runs what the grid knows, the newest first
   */
  public static RunCost of(String study, int cases, int slots, List<RunRecord> runs) {
    List<RunStatus> done =
        runs.stream()
            .map(RunRecord::status)
            .filter(status -> status.state() == RunState.DONE)
            .filter(status -> status.cases() - status.reused() > 0)
            .toList();
    List<RunStatus> same =
        done.stream().filter(status -> status.study().equals(study)).limit(RUNS).toList();
    List<RunStatus> used = same.isEmpty() ? done.stream().limit(RUNS).toList() : same;
    if (used.isEmpty() || slots == 0) {
      return new RunCost(
          cases, slots, null, null, slots == 0 ? "no node takes work" : "no run has ended yet");
    }
    double each =
        used.stream()
            .mapToDouble(
                run -> run.seconds() * Math.min(slots, run.cases()) / (run.cases() - run.reused()))
            .average()
            .orElse(0);
    double rounds = Math.ceil((double) cases / slots);
    String basis =
        same.isEmpty()
            ? "the last %d runs, of other studies".formatted(used.size())
            : "the last %d runs of this study".formatted(used.size());
    return new RunCost(cases, slots, each, each * rounds, basis);
  }
}
