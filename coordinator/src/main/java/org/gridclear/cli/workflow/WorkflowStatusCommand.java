package org.gridclear.cli.workflow;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.workflow.InstanceStatus;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.WorkflowTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Option(names = "--date", paramLabel = "DATE", description = "Trading date.")
  private LocalDate date;

  @Option(names = "--to", paramLabel = "DATE", description = "Last trading date, from --date.")
  private LocalDate to;

  @Option(
      names = "--cycle",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Number of the cycle of WORKFLOW.")
  private int cycle;

  @Option(
      names = "--run",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "1",
      description = "Run of that cycle.")
  private int run;

  @Parameters(paramLabel = "WORKFLOW", arity = "0..1", description = "Id of a workflow.")
  private String workflow;

  @Override
  public Integer call() throws Exception {
    output.check();
    if ((workflow != null || to != null) && date == null) {
      throw new IllegalArgumentException("Say of which trading date: --date.");
    }
    try (MarketFolder folder = market.open()) {
      WorkflowOperation workflows = workflows(folder);
      if (workflow != null) {
        InstanceStatus one = workflows.status(new InstanceKey(workflow, date, cycle, run));
        output.write(WorkflowTables.nodes(one, clock(folder)), out());
        return one.needsEye() ? ExitCodes.FAILED_CELLS : ExitCodes.DONE;
      }
      List<InstanceStatus> all =
          date == null ? workflows.open() : workflows.status(date, to == null ? date : to);
      output.write(WorkflowTables.status(all, clock(folder)), out());
      boolean eye = all.stream().anyMatch(InstanceStatus::needsEye);
      return eye ? ExitCodes.FAILED_CELLS : ExitCodes.DONE;
    }
  }
}
