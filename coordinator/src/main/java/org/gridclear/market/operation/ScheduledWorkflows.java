package org.gridclear.market.operation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gridclear.market.workflow.ProgramTask;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowLoop;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.market.workflow.book.TaskNames;
import org.gridclear.run.StudyRuns;
import org.gridclear.worker.api.Daemons;

/** The workflows of a market under one scheduler, once, until it is stopped, or inside a server. */
public final class ScheduledWorkflows {
  private final MarketScheduler scheduler;
  private final String name;
  private final Map<String, WorkflowTask> tasks;
  private final Duration lease;

  /**
   * What a scheduler is asked to do.
   *
   * @param programs programs with their arguments, by the tasks that they do
   * @param lease how long it may be silent before others take its nodes
   */
  public record Asked(Map<String, String> programs, Duration lease) {
    /** No programs, and half a minute. */
    public static final Asked NOTHING = new Asked(Map.of(), WorkflowCoordinator.Setting.LEASE);

    /**
     * Refuses unknown tasks.
     *
     * @throws IllegalArgumentException naming the tasks that there are
     */
    public Asked {
      programs = Map.copyOf(programs);
      for (String task : programs.keySet()) {
        if (!TaskNames.ALL.contains(task)) {
          throw new IllegalArgumentException(
              "--do: there is no task %s; there are %s.".formatted(task, TaskNames.ALL));
        }
      }
    }
  }

  /** A scheduler that runs until it is closed. */
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /** Workflows that nobody runs yet. */
  public ScheduledWorkflows(MarketScheduler scheduler, Asked asked) {
    this.scheduler = scheduler;
    this.name = scheduler.name();
    this.tasks = new HashMap<>();
    this.lease = asked.lease();
    asked
        .programs()
        .forEach(
            (task, program) ->
                tasks.put(task, new ProgramTask(List.of(program.strip().split("\\s+")))));
  }

  /** Its name, of its own among all that ever ran. */
  public String name() {
    return name;
  }

  /** Does the tasks of the market here, too, where no program does. */
  public ScheduledWorkflows here(
      StudyRuns runs, MarketScheduler.Cleared cleared, MarketPlaces places) {
    scheduler.tasks(runs, cleared, places).forEach(tasks::putIfAbsent);
    return this;
  }

  /** What it does and what it leaves to others, for a person. */
  String line() {
    TreeSet<String> others = new TreeSet<>(TaskNames.ALL);
    others.removeAll(tasks.keySet());
    return "Scheduler %s does %s; it leaves %s to others."
        .formatted(name, new TreeSet<>(tasks.keySet()), others);
  }

  /**
   * Does what is due now and waits for it.
   *
   * @param told what whoever looks at it is told, line by line
   */
  public void once(Consumer<String> told) throws Exception {
    try (WorkflowCoordinator coordinator = start(Runnable::run)) {
      begun(told);
      told.accept("%d node(s) run".formatted(coordinator.step()));
    }
  }

  /**
   * Runs them until the process is stopped.
   *
   * @param told what whoever looks at it is told, line by line
   */
  public void untilStopped(Consumer<String> told) throws Exception {
    try (WorkflowCoordinator coordinator = start(Daemons.pool("workflow"))) {
      begun(told);
      try (WorkflowLoop loop =
          new WorkflowLoop(
              coordinator, failure -> told.accept("Tried again: " + failure.getMessage()))) {
        Runtime.getRuntime().addShutdownHook(new Thread(loop::close));
        loop.run();
      }
    }
  }

  /**
   * Runs them beside what else a process does.
   *
   * @param failed hears of a step that failed, which is tried again
   */
  public Running beside(Consumer<RuntimeException> failed) {
    WorkflowCoordinator coordinator = start(Daemons.pool("workflow"));
    WorkflowLoop loop = new WorkflowLoop(coordinator, failed);
    Daemons.pool("workflows").execute(() -> run(loop));
    return () -> {
      loop.close();
      coordinator.close();
    };
  }

  private WorkflowCoordinator start(Executor executor) {
    return scheduler.start(name, tasks, executor, lease);
  }

  private void begun(Consumer<String> told) throws Exception {
    scheduler.actor().perform("workflow run", name, () -> told.accept(line()));
  }

  private static void run(WorkflowLoop loop) {
    try {
      loop.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
