package org.gridclear.cli.workflow;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.workflow.WorkflowOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear workflow retry}: have a node tried again that failed or was escalated. */
@Command(name = "retry", description = "Have a node tried again that failed or was escalated.")
final class WorkflowRetryCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private NodeOptions node;

  @Override
  public Integer call() throws Exception {
    return act("retry", WorkflowOperation::retry, market, acting, node);
  }
}
