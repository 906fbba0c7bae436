package org.gridclear.worker.api;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process still does when it is asked to stop (Ctrl-C, TERM), in order: first its runs are
 * settled and its doors closed, then it leaves the grid. Hooks of the JVM know no order.
 */
public final class AtExit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AtExit.class);
  private static final List<AtExit> ALL = new CopyOnWriteArrayList<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::runAll, "at-exit"));
  }

  private final Stage stage;
  private final Runnable work;

  /** When something is done, the first first. */
  public enum Stage {
    /** While the process is still a member of its grid. */
    RUNS,
    /** At last. */
    MEMBER
  }

  private AtExit(Stage stage, Runnable work) {
    this.stage = stage;
    this.work = work;
  }

  /** Has something done when the process is asked to stop, unless this is closed before. */
  public static AtExit run(Stage stage, Runnable work) {
    AtExit added = new AtExit(stage, work);
    ALL.add(added);
    return added;
  }

  private static void runAll() {
    for (Stage stage : Stage.values()) {
      ALL.stream()
          .filter(each -> each.stage == stage)
          .sorted(Comparator.comparingInt(ALL::indexOf).reversed())
          .toList()
          .forEach(AtExit::settle);
    }
  }

  /** What fails keeps nothing after it from being done. */
  private static void settle(AtExit each) {
    try {
      each.work.run();
    } catch (RuntimeException e) {
      LOG.warn("At the stop of the process: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    ALL.remove(this);
  }
}
