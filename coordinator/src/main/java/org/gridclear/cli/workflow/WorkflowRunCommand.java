package org.gridclear.cli.workflow;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.operation.MarketScheduler;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.ProgramTask;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowLoop;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.market.workflow.book.TaskNames;
import org.gridclear.worker.api.Daemons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear workflow run}: the scheduler, until it is stopped. */
@Command(
    name = "run",
    description = {
      "Run the workflows of a market until stopped; several may run on one PostgreSQL.",
      "--do TASK=PROGRAM says what a task does: the program gets {workflow}, {date}, {cycle},",
      "{node} and {attempt}, and its exit code 0 or 1 is done. Tasks without one are left to"
          + " others."
    })
final class WorkflowRunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
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
    Map<String, WorkflowTask> tasks = programs();
    Actor actor = acting.required(market.path());
    try (MarketFolder folder = market.open()) {
      MarketScheduler scheduler = new MarketScheduler(folder, actor, Clock.systemUTC());
      if (ownTasks.wanted()) {
        try (Grid grid = Grid.startLight(gridOptions)) {
          ownTasks.tasks(scheduler, grid.runs()).forEach(tasks::putIfAbsent);
          run(scheduler, tasks);
        }
      } else {
        run(scheduler, tasks);
      }
    }
    return ExitCodes.DONE;
  }

  private void run(MarketScheduler scheduler, Map<String, WorkflowTask> tasks) throws Exception {
    String name = scheduler.name();
    try (WorkflowCoordinator coordinator =
        scheduler.start(
            name,
            tasks,
            once ? Runnable::run : Daemons.pool("workflow"),
            Duration.ofSeconds(leaseSeconds))) {
      scheduler.actor().perform("workflow run", name, () -> say(name, tasks));
      if (once) {
        say("%d node(s) run".formatted(coordinator.step()));
      } else {
        untilStopped(coordinator);
      }
    }
  }

  private Map<String, WorkflowTask> programs() {
    Map<String, WorkflowTask> tasks = new HashMap<>();
    programs.forEach(
        (task, program) -> {
          if (!TaskNames.ALL.contains(task)) {
            throw new IllegalArgumentException(
                "--do: there is no task %s; there are %s.".formatted(task, TaskNames.ALL));
          }
          tasks.put(task, new ProgramTask(List.of(program.strip().split("\\s+"))));
        });
    return tasks;
  }

  private void say(String name, Map<String, WorkflowTask> tasks) {
    TreeSet<String> others = new TreeSet<>(TaskNames.ALL);
    others.removeAll(tasks.keySet());
    say(
        "Scheduler %s does %s; it leaves %s to others."
            .formatted(name, new TreeSet<>(tasks.keySet()), others));
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private void untilStopped(WorkflowCoordinator coordinator) throws InterruptedException {
    try (WorkflowLoop loop =
        new WorkflowLoop(coordinator, failure -> say("Tried again: " + failure.getMessage()))) {
      Runtime.getRuntime().addShutdownHook(new Thread(loop::close));
      loop.run();
    }
  }
}
