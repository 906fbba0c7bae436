package org.gridclear.cli.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.operation.MarketScheduler;
import org.gridclear.market.operation.ScheduledWorkflows;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear workflow run}: the scheduler, until it is stopped. */
@Command(
    name = "run",
    description = {
      "Run the workflows of a market until stopped; several may run on one PostgreSQL.",
      "--do TASK=PROGRAM says what a task does: the program gets {workflow}, {date}, {cycle},",
      "{node} and {attempt}, and its exit code 0 or 1 is done. Tasks without one are left to"
          + " others."
    })
public final class WorkflowRunCommand extends PrintingCommand {
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;
  @Mixin private GridOptions gridOptions;
  @Mixin private MarketTaskOptions ownTasks;

  @Option(
      names = "--do",
      paramLabel = "TASK=PROGRAM",
      description = "What a task does, a program with its arguments; once for each task.")
  private Map<String, String> programs = Map.of();

  @Option(
      names = "--lease-seconds",
      defaultValue = "30",
      converter = OptionNumbers.FromOne.class,
      description =
          "How long a scheduler may be silent before others take its nodes"
              + " (default: ${DEFAULT-VALUE}).")
  private int leaseSeconds;

  @Option(
      names = "--once",
      description = "Do what is due now, wait for it, and end: for a timer of the system.")
  private boolean once;

  @Override
  public Integer call() throws Exception {
    gridOptions.reach();
    ScheduledWorkflows.Asked asked =
        new ScheduledWorkflows.Asked(programs, Duration.ofSeconds(leaseSeconds));
    Actor actor = acting.required(market.path());
    try (MarketFolder folder = market.open()) {
      MarketScheduler scheduler = new MarketScheduler(folder, actor, Clock.systemUTC());
      ScheduledWorkflows workflows = new ScheduledWorkflows(scheduler, asked);
      if (ownTasks.wanted()) {
        try (Grid grid = Grid.startLight(gridOptions)) {
          run(ownTasks.here(workflows, grid.runs()));
        }
      } else {
        run(workflows);
      }
    }
    return ExitCodes.DONE;
  }

  private void run(ScheduledWorkflows workflows) throws Exception {
    if (once) {
      workflows.once(this::say);
    } else {
      workflows.untilStopped(this::say);
    }
  }

  private void say(String line) {
    out().println(line);
    out().flush();
  }
}
