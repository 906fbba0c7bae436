package org.gridclear.cli.process;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNode.Next;

/**
 * A member of a grid that stays until it is stopped, and joins again when the others dropped it.
 */
public final class MemberLifecycle {
  private final CompletableFuture<GridNode.Ended> stopped = new CompletableFuture<>();

  /** A process that has not been asked to end. */
  public MemberLifecycle() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> stopped.complete(new GridNode.Ended(Next.STOP, "Stopped.", List.of())),
                "stop"));
  }

  /** Waits until the process is stopped or the member came to an end by itself. */
  public GridNode.Ended await(CompletableFuture<GridNode.Ended> member) {
    return (GridNode.Ended) CompletableFuture.anyOf(stopped, member).join();
  }

  /**
   * Is a member again and again.
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
    List<String> addresses = join;
    while (true) {
      GridNode.Ended ended = once.apply(addresses);
      out.println("%s: %s".formatted(label, ended.reason()));
      out.flush();
      if (ended.next() != Next.REJOIN) {
        return ended.next() == Next.FAIL ? ExitCodes.INTERNAL : ExitCodes.DONE;
      }
      addresses = ended.join().isEmpty() ? addresses : ended.join();
    }
  }
}
