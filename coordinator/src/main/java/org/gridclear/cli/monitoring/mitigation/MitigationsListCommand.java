package org.gridclear.cli.monitoring.mitigation;

import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.monitoring.impact.Mitigations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear monitor mitigations list}: all mitigations. */
@Command(name = "list", description = "All mitigations.")
public final class MitigationsListCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> Mitigations.table(new Mitigations(folder, Clock.systemUTC()).list()));
  }
}
