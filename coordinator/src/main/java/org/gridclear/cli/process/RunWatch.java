package org.gridclear.cli.process;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.Subscription;

/** Waits for a run: progress to a terminal, and an interrupt cancels it. */
public final class RunWatch {
  private static final double PROGRESS_SECONDS = 10;
  private static final long LAST_LINE_SECONDS_MAX = 5;

  private RunWatch() {}

  /**
   * Waits until the run has ended and the last line about it is printed.
   *
   * @param err where progress goes; null for nowhere
   */
  public static RunResult await(RunHandle handle, PrintWriter err) {
    Thread onInterrupt = new Thread(handle::cancel, "cancel-on-interrupt");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    Progress progress = new Progress(err);
    try (Subscription listening = handle.listen(progress::tell)) {
      RunResult result = handle.result().join();
      progress.awaitEnd();
      return result;
    } finally {
      forget(onInterrupt);
    }
  }

  /** Whether a run is done; how it ended else is said. */
  public static boolean done(RunResult result, PrintWriter err) {
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
  private static final class Progress {
    private final PrintWriter err;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private RunStatus last;

    Progress(PrintWriter err) {
      this.err = err;
    }

    /** Is told one status after the other. */
    void tell(RunStatus status) {
      double since = last == null ? 0 : status.seconds() - last.seconds();
      boolean due =
          last == null
              || (status.done() != last.done() && since >= 1)
              || status.state() != last.state()
              || since >= PROGRESS_SECONDS;
      if (due) {
        last = status;
        if (err != null) {
          err.println(status.line());
        }
      }
      if (status.state().ended()) {
        ended.complete(null);
      }
    }

    void awaitEnd() {
      ended.completeOnTimeout(null, LAST_LINE_SECONDS_MAX, TimeUnit.SECONDS).join();
    }
  }
}
