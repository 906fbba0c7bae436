package org.gridclear.cli.monitoring;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;

/** What commands of {@code gridclear monitor} share. */
abstract class MonitorStepCommand extends PrintingCommand {
  static IndexEvaluation evaluation(MarketFolder folder) {
    return new IndexEvaluation(folder, DayStore.of(folder), Clock.systemUTC());
  }

  static Set<Long> numbers(List<IndexAlarmRow> alarms) {
    return alarms.stream().map(IndexAlarmRow::number).collect(Collectors.toSet());
  }

  static List<IndexAlarmRow> alarms(MarketFolder folder, IndexQuery query, boolean open) {
    return new IndexAlarms(folder.database(), Clock.systemUTC())
        .list(
            new IndexAlarmStore.Wanted(
                DayKey.word(query.market()), query.from(), query.to(), open));
  }
}
