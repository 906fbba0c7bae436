package org.gridclear.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;

/** Waits for a run: progress to a terminal, and an interrupt cancels it. */
final class RunWatch {
  private static final double PROGRESS_SECONDS = 10;

  private RunWatch() {}

  /**
   * Waits until the run has ended.
   *
   * @param err where progress goes; null for nowhere
   */
  static RunResult await(RunHandle handle, PrintWriter err) {
    Thread onInterrupt = new Thread(handle::cancel, "cancel-on-interrupt");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    if (err != null) {
      handle.listen(progress(err));
    }
    RunResult result = handle.result().join();
    forget(onInterrupt);
    return result;
  }

  /** Whether a run is done; how it ended else is said. */
  static boolean done(RunResult result, PrintWriter err) {
    boolean done = result.status().state() == RunState.DONE;
    if (!done) {
      err.println(
          "gridclear: the run ended %s: %s"
              .formatted(result.status().state(), result.status().message()));
    }
    return done;
  }

  private static void forget(Thread onInterrupt) {
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      // The process is being interrupted already; the hook has done its work.
      return;
    }
  }

  /** A line when something is done, at most one a second, and every ten seconds at the least. */
  private static Consumer<RunStatus> progress(PrintWriter err) {
    AtomicReference<RunStatus> last = new AtomicReference<>();
    return status -> {
      RunStatus before = last.get();
      double since = before == null ? 0 : status.seconds() - before.seconds();
      boolean due =
          before == null
              || (status.done() != before.done() && since >= 1)
              || status.state() != before.state()
              || since >= PROGRESS_SECONDS;
      if (due && last.compareAndSet(before, status)) {
        err.println(status.line());
      }
    };
  }
}
