package org.gridclear.cli.workflow;

import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.workflow.InstanceKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear workflow start}: start a cycle of a trading date by hand. */
@Command(
    name = "start",
    description = "Start a cycle of a trading date by hand; a running scheduler runs it.")
final class WorkflowStartCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private InstanceOptions instance;

  @Option(names = "--reason", defaultValue = "", description = "Why.")
  private String reason;

  @Override
  public Integer call() throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = operator(acting, market);
      InstanceKey key = instance.key();
      InstanceKey made =
          actor.change(
              "workflow start",
              key.text(),
              () ->
                  workflows(folder)
                      .start(key.workflow(), key.date(), key.cycle(), doer(actor), reason));
      out().println("Started: " + made.text());
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
