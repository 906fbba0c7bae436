package org.gridclear.run;

import java.util.List;

/**
 * How far a run is.
 *
 * @param runId id of the run
 * @param study name of the study
 * @param state where it is
 * @param cases number of cases
 * @param done cases with an outcome, good or bad
 * @param failed cases that failed
 * @param reused cases whose outcome existed already or belongs to an identical case
 * @param running units on nodes now
 * @param retries units that were sent a second or third time
 * @param nodes names of the nodes that took part
 * @param lostNodes names of the nodes that were lost
 * @param seconds time since the start
 * @param etaSeconds estimated time to the end; negative while unknown
 * @param message why it failed, else ""
 */
public record RunStatus(
    String runId,
    String study,
    RunState state,
    int cases,
    int done,
    int failed,
    int reused,
    int running,
    int retries,
    List<String> nodes,
    List<String> lostNodes,
    double seconds,
    double etaSeconds,
    String message) {
  public RunStatus {
    nodes = List.copyOf(nodes);
    lostNodes = List.copyOf(lostNodes);
  }

  /** Cases that wait for a slot. */
  public int waiting() {
    return Math.max(0, cases - done - running);
  }

  /** A run that has just been submitted. */
  public static RunStatus submitted(String runId, String name, int cases) {
    return new RunStatus(
        runId, name, RunState.SUBMITTED, cases, 0, 0, 0, 0, 0, List.of(), List.of(), 0, -1, "");
  }

  /** The same run, ended for this reason. */
  public RunStatus failed(String why) {
    return new RunStatus(
        runId,
        study,
        RunState.FAILED,
        cases,
        done,
        failed,
        reused,
        0,
        retries,
        nodes,
        lostNodes,
        seconds,
        -1,
        why);
  }

  /**
   * One line for a terminal.
   *
   * @param parts what the parts of the run are called, such as {@code cases}
   */
  public String line(String parts) {
    String eta = etaSeconds < 0 ? "" : ", about %.0f s left".formatted(etaSeconds);
    String failures = failed == 0 ? "" : ", %d failed".formatted(failed);
    return "%s: %d of %d %s%s, %d running on %d node%s, %.1f s%s"
        .formatted(
            state.name().toLowerCase(java.util.Locale.ROOT),
            done,
            cases,
            parts,
            failures,
            running,
            nodes.size(),
            nodes.size() == 1 ? "" : "s",
            seconds,
            eta);
  }
}
