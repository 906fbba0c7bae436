package org.gridclear.cli.process;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.worker.api.AtExit;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNode.Next;
import org.gridclear.worker.ignite.NotJoinedException;

/**
 * A member of a grid that stays until it is stopped, and joins again when the others dropped it.
 */
public final class MemberLifecycle {
  private static final GridNode.Ended STOPPED =
      new GridNode.Ended(Next.STOP, "Stopped.", List.of());

  /** How long a process that is asked to stop may take to close its doors. */
  private static final long CLOSING_SECONDS_MAX = 20;

  private final CompletableFuture<GridNode.Ended> stopped = new CompletableFuture<>();
  private final CompletableFuture<Void> left = new CompletableFuture<>();

  private void stop() {
    stopped.complete(STOPPED);
    left.completeOnTimeout(null, CLOSING_SECONDS_MAX, TimeUnit.SECONDS).join();
  }

  /** Waits until the process is stopped or the member came to an end by itself. */
  public GridNode.Ended await(CompletableFuture<GridNode.Ended> member) {
    return (GridNode.Ended) CompletableFuture.anyOf(stopped, member).join();
  }

  /**
   * Is a member again and again. A process that is asked to stop ends without a word.
   *
   * @param label what it is called in its messages
   * @param join addresses to join at first
   * @param once is a member at these addresses until it ends
   */
  public int run(
      String label,
      List<String> join,
      PrintWriter out,
      Function<List<String>, GridNode.Ended> once) {
    try (AtExit onStop = AtExit.run(AtExit.Stage.RUNS, this::stop)) {
      return runs(label, join, out, once);
    } finally {
      left.complete(null);
    }
  }

  private static int runs(
      String label,
      List<String> join,
      PrintWriter out,
      Function<List<String>, GridNode.Ended> once) {
    List<String> addresses = join;
    while (true) {
      GridNode.Ended ended = once(once, addresses);
      if (ended == STOPPED) {
        return ExitCodes.DONE;
      }
      out.println("%s: %s".formatted(label, ended.reason()));
      out.flush();
      if (ended.next() != Next.REJOIN) {
        return ended.next() == Next.FAIL ? ExitCodes.INTERNAL : ExitCodes.DONE;
      }
      addresses = ended.join().isEmpty() ? join : ended.join();
    }
  }

  private static GridNode.Ended once(
      Function<List<String>, GridNode.Ended> once, List<String> addresses) {
    try {
      return once.apply(addresses);
    } catch (NotJoinedException e) {
      return new GridNode.Ended(Next.REJOIN, String.valueOf(e.getMessage()), List.of());
    }
  }
}
