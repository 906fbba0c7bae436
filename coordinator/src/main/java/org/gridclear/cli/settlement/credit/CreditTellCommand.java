package org.gridclear.cli.settlement.credit;

import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.payment.Credit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle credit tell}: tell members whose deposit is short, with a deadline. */
@Command(
    name = "tell",
    description = "Tell members whose deposit is short, with a deadline; exit code 1 if any is.")
final class CreditTellCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      List<String> told =
          open.settle(acting, "credit tell", "", by -> new Credit(open.ledger()).tell(by));
      said("Told: %s", told.isEmpty() ? "nobody" : String.join(", ", told));
      return ExitCodes.clean(told.isEmpty());
    }
  }
}
