package org.gridclear.market.operation;

import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.market.archive.BackupSeries;
import org.gridclear.market.archive.MarketBackup;
import org.gridclear.market.archive.Retention;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.TaskContext;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowTask;

/**
 * Ends what is over its time and makes the backup of the date of an instance: a full one in each
 * month, and what is new on the other days.
 *
 * @param market the market
 * @param backups where backups lie
 */
record ArchiveTask(MarketFolder market, Path backups) implements WorkflowTask {
  @Override
  public TaskOutcome run(TaskContext context) {
    context.requireHeld();
    String forgotten = String.join(", ", new Retention(market, context.clock()).forget());
    Optional<BackupSeries.Made> made =
        new BackupSeries(backups)
            .make(new MarketBackup(market, context.clock()), context.key().date(), context.by());
    return TaskOutcome.done(
        "%s; %s"
            .formatted(
                made.map(each -> each.manifest().text()).orElse("the backup of the date is there"),
                forgotten));
  }
}
