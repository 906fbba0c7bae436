package org.gridclear.cli.workflow;

import java.time.LocalDate;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.store.workflow.InstanceKey;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which instance of a workflow. */
final class InstanceOptions {
  @Parameters(index = "0", paramLabel = "WORKFLOW", description = "Id of the workflow.")
  private String workflow;

  @Option(names = "--date", required = true, description = "Trading date, such as 2026-12-01.")
  private LocalDate date;

  @Option(
      names = "--cycle",
      defaultValue = "0",
      converter = OptionNumbers.FromZero.class,
      description = "Number of the cycle (default: ${DEFAULT-VALUE}, for one a day).")
  private int cycle;

  @Option(
      names = "--run",
      defaultValue = "1",
      converter = OptionNumbers.FromOne.class,
      description = "1 for the start by the clock, more for those by hand.")
  private int run;

  InstanceKey key() {
    return new InstanceKey(workflow, date, cycle, run);
  }
}
