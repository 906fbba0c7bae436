package org.gridclear.cli.day;

import java.io.IOException;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.approval.ApprovalTables;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private DayStatesOptions options;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<DayApproval.Standing> standings =
          approval(folder, KnownAccounts.NONE)
              .standings(
                  options.trade(),
                  options.from(),
                  options.to() == null ? options.from() : options.to());
      output.write(ApprovalTables.states(standings, folder.facts().zone()), out());
      return standings.stream()
              .anyMatch(each -> each.state().isInForce() && !each.version().alarms().isEmpty())
          ? ExitCodes.FAILED_CELLS
          : ExitCodes.DONE;
    }
  }
}
