package org.gridclear.report.page;

import java.util.List;
import java.util.Map;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunResult;

/**
 * Which node did which unit and when, by the coordinator's clock, so that a wrong clock of a node
 * does not show. Units that nobody worked on in this run have no place in it.
 */
public final class Timeline {
  static final int ROWS_MAX = 5_000;

  private Timeline() {}

  /**
   * When each work item ran and where, in seconds from the start of the run: the first {@value
   * #ROWS_MAX}, in the order of the run; {@link #omitted} says how many are left out.
   */
  public static List<Map<String, Object>> of(RunResult result) {
    return result.cases().stream()
        .filter(cell -> cell.attempts() > 0)
        .limit(ROWS_MAX)
        .map(Timeline::row)
        .toList();
  }

  /** How many work items that ran are not in {@link #of}. */
  public static long omitted(RunResult result) {
    long ran = result.cases().stream().filter(cell -> cell.attempts() > 0).count();
    return Math.max(0, ran - ROWS_MAX);
  }

  private static Map<String, Object> row(CaseResult cell) {
    double end = cell.answeredAtSeconds();
    double start = Math.max(cell.sentAtSeconds(), end - cell.receipt().seconds());
    return Map.of(
        "name", cell.name(),
        "node", cell.receipt().node(),
        "start", start,
        "end", end,
        "attempts", cell.attempts(),
        "failed", !cell.solved());
  }
}
