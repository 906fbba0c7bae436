package org.gridclear.cli.day;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.approval.ApprovalTables;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear day states}: versions of a market from one trading date to another, and what
 * became of each.
 */
@Command(
    name = "states",
    description = {
      "Versions of a market from one trading date to another, and what became of each.",
      "Exit code 1 if one that is in force has an alarm."
    })
final class DayStatesCommand extends DayStepCommand {
  @Mixin private MarketOption market;

  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      required = true,
      converter = MarketConverter.class,
      description = "The market: lt-ruc, da, id or rt.")
  private Market trade;

  @Option(names = "--from", required = true, description = "First trading date.")
  private LocalDate from;

  @Option(names = "--to", description = "Last trading date (default: the first).")
  private LocalDate to;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<DayApproval.Standing> standings =
          approval(folder, KnownAccounts.NONE).standings(trade, from, to == null ? from : to);
      output.write(ApprovalTables.states(standings, folder.facts().zone()), out());
      return ExitCodes.clean(
          standings.stream()
              .noneMatch(each -> each.state().isInForce() && !each.version().alarms().isEmpty()));
    }
  }
}
