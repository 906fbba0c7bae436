package org.gridclear.cli.workflow;

import java.time.LocalDate;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear workflow raise}: raise an event that nodes of a trading date wait for. */
@Command(name = "raise", description = "Raise an event that nodes of a trading date wait for.")
final class WorkflowRaiseCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--date", required = true, description = "Trading date.")
  private LocalDate date;

  @Option(
      names = "--cycle",
      defaultValue = "0",
      converter = OptionNumbers.FromZero.class,
      description = "Number of the cycle (default: all of the date).")
  private int cycle;

  @Parameters(paramLabel = "EVENT", description = "Its name.")
  private String event;

  @Override
  public Integer call() throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = operator(acting, market);
      boolean raised =
          actor.change(
              "workflow raise",
              "%s of %s".formatted(event, date),
              () -> workflows(folder).raise(event, date, cycle, actor.name()));
      out().println(raised ? "Raised: " + event : "It was raised before: " + event);
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
