package org.gridclear.cli.workflow;

import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.workflow.InstanceStatus;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.WorkflowTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear workflow status}: instances with their next step, who has to take it and the
 * time left: those that are open, or all of trading dates.
 */
@Command(
    name = "status",
    description = {
      "Instances with their next step, who has to take it and the time left: those that are"
          + " open,",
      "or all of trading dates; with WORKFLOW and --date the nodes of one.",
      "Exit code 1: something failed, was missed, is escalated or late."
    })
final class WorkflowStatusCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Mixin private WorkflowStatusOptions options;

  @Override
  public Integer call() throws Exception {
    output.check();
    if ((options.workflow() != null || options.to() != null) && options.date() == null) {
      throw new IllegalArgumentException("Say of which trading date: --date.");
    }
    try (MarketFolder folder = market.open()) {
      WorkflowOperation workflows = workflows(folder);
      if (options.workflow() != null) {
        InstanceStatus one =
            workflows.status(
                new InstanceKey(
                    options.workflow(), options.date(), options.cycle(), options.run()));
        output.write(WorkflowTables.nodes(one, clock(folder)), out());
        return ExitCodes.clean(!one.needsEye());
      }
      List<InstanceStatus> all =
          options.date() == null
              ? workflows.open()
              : workflows.status(
                  options.date(), options.to() == null ? options.date() : options.to());
      output.write(WorkflowTables.status(all, clock(folder)), out());
      boolean eye = all.stream().anyMatch(InstanceStatus::needsEye);
      return ExitCodes.clean(!eye);
    }
  }
}
