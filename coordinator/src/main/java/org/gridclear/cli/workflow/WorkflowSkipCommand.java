package org.gridclear.cli.workflow;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.workflow.WorkflowOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear workflow skip}: leave a node out, with a reason. */
@Command(name = "skip", description = "Leave a node out, with a reason.")
final class WorkflowSkipCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private NodeOptions node;

  @Override
  public Integer call() throws Exception {
    return act("skip", WorkflowOperation::skip, market, acting, node);
  }
}
