package org.gridclear.cli.workflow;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.workflow.WorkflowOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear workflow run-node}: let a node run that waits for somebody of its groups, or one
 * before its time.
 */
@Command(
    name = "run-node",
    description = "Let a node run that waits for somebody of its groups, or one before its time.")
final class WorkflowRunNodeCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private NodeOptions node;

  @Override
  public Integer call() throws Exception {
    return act("run-node", WorkflowOperation::runNode, market, acting, node);
  }
}
