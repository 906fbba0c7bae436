package org.gridclear.cli.monitoring;

import java.time.Clock;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;

/** What commands of {@code gridclear monitor} share. */
abstract class MonitorStepCommand extends PrintingCommand {
  static IndexEvaluation evaluation(MarketFolder folder) {
    return new IndexEvaluation(folder, DayStore.of(folder), Clock.systemUTC());
  }

  static IndexAlarms alarms(MarketFolder folder) {
    return new IndexAlarms(folder.database(), Clock.systemUTC());
  }
}
