package org.gridclear.cli.process;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.Subscription;
import org.gridclear.worker.api.AtExit;
import org.jspecify.annotations.Nullable;

/** Waits for a run: progress to a terminal, and an interrupt cancels it. */
public final class RunWatch {
  private static final double PROGRESS_SECONDS = 10;
  private static final long CANCEL_SECONDS_MAX = 3;
  private static final long LAST_LINE_SECONDS_MAX = 5;

  private RunWatch() {}

  /**
   * Waits until the run has ended and the last line about it is printed.
   *
   * @param parts what its parts are called in those lines, such as {@code cases}
   * @param err where progress goes; null for nowhere
   */
  public static RunResult await(RunHandle handle, String parts, @Nullable PrintWriter err) {
    Progress progress = new Progress(parts, err);
    try (AtExit onInterrupt = AtExit.run(AtExit.Stage.RUNS, () -> cancel(handle));
        Subscription listening = handle.listen(progress::tell)) {
      RunResult result = handle.result().join();
      progress.awaitEnd();
      return result;
    }
  }

  /** Waits a little, so that the grid keeps that the run was cancelled. */
  private static void cancel(RunHandle handle) {
    handle.cancel();
    handle
        .result()
        .thenApply(result -> true)
        .completeOnTimeout(false, CANCEL_SECONDS_MAX, TimeUnit.SECONDS)
        .exceptionally(failure -> false)
        .join();
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

  /** A line when something is done, at most one a second, and every ten seconds at the least. */
  private static final class Progress {
    private final String parts;
    private final @Nullable PrintWriter err;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable RunStatus last;

    Progress(String parts, @Nullable PrintWriter err) {
      this.parts = parts;
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
          err.println(status.line(parts));
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
