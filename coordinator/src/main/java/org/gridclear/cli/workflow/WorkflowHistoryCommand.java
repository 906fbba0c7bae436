package org.gridclear.cli.workflow;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.workflow.WorkflowTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear workflow history}: what became of an instance: who, when, why. */
@Command(name = "history", description = "What became of an instance: who, when, why.")
final class WorkflowHistoryCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Mixin private InstanceOptions instance;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> WorkflowTables.history(workflows(folder).history(instance.key()), clock(folder)));
  }
}
