package org.gridclear.cli.workflow;

import java.time.LocalDate;
import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code gridclear workflow status} is asked. */
final class WorkflowStatusOptions {
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

  LocalDate date() {
    return date;
  }

  LocalDate to() {
    return to;
  }

  int cycle() {
    return cycle;
  }

  int run() {
    return run;
  }

  String workflow() {
    return workflow;
  }
}
