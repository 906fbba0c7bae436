package org.gridclear.run.listing;

import java.time.Instant;
import java.util.List;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunStatus;
import org.gridclear.table.Column;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;

/** Runs, and the units of a run, as tables. */
public final class RunTables {
  private RunTables() {}

  /** Runs as they are. */
  public static Table runs(List<RunRecord> runs) {
    Table.Rows rows =
        new Table.Rows(
            "runs",
            "A run of the grid.",
            Column.text("runId", "Id of the run."),
            Column.text("study", "Name of the study."),
            Column.text("state", "Where it is."),
            Column.text("user", "Who asked for it."),
            Column.text("priority", "Which units go first."),
            Column.text("submitted", "When it was acknowledged, UTC."),
            Column.whole("cases", "Number of cases."),
            Column.whole("done", "Cases with an outcome, good or bad."),
            Column.whole("failed", "Cases that failed."),
            Column.whole("reused", "Cases whose outcome was there."),
            Column.number("seconds", "Time since the start."),
            Column.text("nodes", "Nodes that took part."),
            Column.text("message", "Why it failed."));
    for (RunRecord run : runs) {
      RunStatus status = run.status();
      rows.add(
          status.runId(),
          status.study(),
          status.state().name(),
          run.user(),
          run.priority().name(),
          Instant.ofEpochMilli(run.submittedAtMillis()).toString(),
          (long) status.cases(),
          (long) status.done(),
          (long) status.failed(),
          (long) status.reused(),
          status.seconds(),
          String.join(" ", status.nodes()),
          status.message());
    }
    return rows.table();
  }

  /** What cases of a run that has ended took, and where. */
  public static Table units(RunResult result, RowRange range) {
    Table.Rows rows =
        new Table.Rows(
            "units",
            "A case of a run and the unit of work that it was.",
            Column.whole("case", "Place of the case, 0 for the base."),
            Column.text("name", "Name of the case."),
            Column.text("node", "Node that answered last."),
            Column.whole("attempts", "How often it was sent; 0 if its outcome was there."),
            Column.number("sentSeconds", "When it was sent last, since the run began."),
            Column.number("answeredSeconds", "When it was answered, since the run began."),
            Column.number("seconds", "How long the node worked."),
            Column.number("cpuSeconds", "Processor time of the node."),
            Column.text("failure", "Why there is no outcome."));
    int from = (int) Math.min(range.offset(), result.cases().size());
    int to = (int) Math.min((long) from + range.limit(), result.cases().size());
    for (int number = from; number < to; number++) {
      CaseResult each = result.cases().get(number);
      rows.add(
          (long) number,
          each.name(),
          each.receipt().node(),
          (long) each.attempts(),
          each.sentAtSeconds(),
          each.answeredAtSeconds(),
          each.receipt().seconds(),
          each.receipt().cpuSeconds(),
          each.solved() ? "" : each.receipt().why().text());
    }
    return rows.table();
  }
}
