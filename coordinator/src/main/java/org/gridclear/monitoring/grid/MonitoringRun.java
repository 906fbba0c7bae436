package org.gridclear.monitoring.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.monitoring.task.MonitoringAnswer;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.run.CaseResult;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.work.Hashes;
import org.gridclear.worker.api.Wire;

/** A run of tasks that is put together, and its answers in order. */
public final class MonitoringRun {
  private final String name;
  private final Map<String, MonitoringTask> tasks = new LinkedHashMap<>();
  private final Map<String, byte[]> data = new LinkedHashMap<>();

  /** An empty run of a name. */
  public MonitoringRun(String name) {
    this.name = name;
  }

  /** Puts a record in; returns its hash. */
  public String put(Object value) {
    return put(Wire.pack(value));
  }

  /** Puts bytes in; returns their hash. */
  public String put(byte[] bytes) {
    String hash = new Hashes().add(bytes).hex();
    data.put(hash, bytes);
    return hash;
  }

  /**
   * Adds a task.
   *
   * @param called what people call it, unlike any other's
   */
  public void add(String called, MonitoringTask task) {
    if (tasks.put(called, task) != null) {
      throw new IllegalArgumentException("Two tasks are called %s.".formatted(called));
    }
  }

  /** What the grid is asked to do. */
  public Job job() {
    return new Job.Monitoring(name, tasks, data);
  }

  /**
   * Runs it and waits.
   *
   * @return answers in the order of the tasks
   * @throws IllegalStateException if a task has no answer, with the reason of the first
   */
  public List<MonitoringAnswer> answers(StudyRuns runs) {
    return tasks.isEmpty() ? List.of() : answers(runs, runs.submit(job()).result().join());
  }

  /** The answers of a run of such tasks that has ended, in order. */
  public static List<MonitoringAnswer> answers(StudyRuns runs, RunResult ended) {
    List<MonitoringAnswer> answers = new ArrayList<>();
    for (CaseResult each : ended.cases()) {
      answers.add(
          runs.store()
              .monitored(each.receipt())
              .orElseThrow(() -> new IllegalStateException(why(each))));
    }
    return answers;
  }

  private static String why(CaseResult each) {
    return "%s has no answer: %s"
        .formatted(
            each.name(), each.solved() ? "it is no longer kept" : each.receipt().why().text());
  }
}
