package org.gridclear.cli.day;

import java.time.Clock;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.day.option.TradeDateOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyEvents;
import org.gridclear.market.approval.ApprovalTables;
import org.gridclear.market.approval.DayHistory;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear day history}: all that happened to a trading date: versions, transitions,
 * interventions ….
 */
@Command(
    name = "history",
    description = "All that happened to a trading date: versions, transitions, interventions …")
final class DayHistoryCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TradeDateOptions day;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder ->
            ApprovalTables.history(
                new DayHistory(folder, List.of(events(folder))).of(day.trade(), day.date()),
                folder.facts().zone()));
  }

  private static AnomalyEvents events(MarketFolder market) {
    return new AnomalyEvents(new AnomalyDesk(market.database(), Clock.systemUTC()));
  }
}
