package org.gridclear.cli.workflow;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear workflow show}: the workflows that hold now, as JSON that 'set' reads. */
@Command(name = "show", description = "The workflows that hold now, as JSON that 'set' reads.")
final class WorkflowShowCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Override
  public Integer call() {
    try (MarketFolder folder = market.open()) {
      byte[] held =
          new RuleBase(folder, Clock.systemUTC())
              .at(RuleKinds.WORKFLOW, "", Instant.now())
              .content();
      out().println(new String(held, StandardCharsets.UTF_8));
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
