package org.gridclear.worker.ignite.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.gridclear.worker.ignite.NodeKeys;
import org.gridclear.worker.ignite.probe.ProbeAnswer.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Asks the addresses of a grid, before anything is computed, whether a member of it answers there.
 * A node that starts waits for its grid; a command says at once that there is none.
 */
public final class GridProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final long PAUSE_MILLIS = 250;
  private static final long LEFT_NANOS_MIN = 750_000_000;
  private static final int ADDRESSES_SHOWN = 12;

  private GridProbe() {}

  /**
   * Returns as soon as one of the addresses is a member of a grid.
   *
   * @param join addresses, {@code HOST:PORT} or {@code HOST:PORT..PORT}
   * @param keyFolder keys with which nodes prove to each other who they are; null for none
   * @throws GridUnreachableException after four seconds without one; says of every address what
   *     answered there
   */
  public static void reach(List<String> join, Path keyFolder) {
    reach(join, keyFolder, PATIENCE);
  }

  static void reach(List<String> join, Path keyFolder, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    SSLContext tls = keyFolder == null ? null : NodeKeys.in(keyFolder).tls().create();
    List<Asked> asked = join.stream().flatMap(address -> Asked.of(address).stream()).toList();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(asked.size(), 32),
            task -> {
              Thread thread = new Thread(task, "grid-probe");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<ProbeAnswer> answers = new ArrayList<>(Collections.nCopies(asked.size(), null));
      while (true) {
        round(asked, answers, tls, end, threads);
        if (answers.stream().anyMatch(answer -> answer.kind() == Kind.MEMBER)) {
          return;
        }
        boolean settled = answers.stream().allMatch(answer -> answer.kind().settled());
        if (settled || System.nanoTime() + LEFT_NANOS_MIN > end) {
          throw new GridUnreachableException(text(asked, answers));
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GridUnreachableException("Interrupted while the grid was asked.");
    } finally {
      threads.shutdownNow();
    }
  }

  /** Asks all that may have another answer now. */
  private static void round(
      List<Asked> asked,
      List<ProbeAnswer> answers,
      @Nullable SSLContext tls,
      long end,
      ExecutorService threads)
      throws InterruptedException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      if (answers.get(i) == null || !answers.get(i).kind().settled()) {
        int index = i;
        tasks.add(
            () -> {
              Asked one = asked.get(index);
              answers.set(index, DiscoveryHandshake.with(one.host(), one.port(), tls, end));
              return null;
            });
      }
    }
    for (Future<Void> future : threads.invokeAll(tasks)) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("The probe itself failed.", e.getCause());
      }
    }
  }

  private static String text(List<Asked> asked, List<ProbeAnswer> answers) {
    StringBuilder text =
        new StringBuilder(
            "No node of a grid answers where --join looks; asked, and what answered:\n");
    for (int i = 0; i < Math.min(asked.size(), ADDRESSES_SHOWN); i++) {
      text.append("  %s:%d: ".formatted(asked.get(i).host(), asked.get(i).port()))
          .append(answers.get(i).text())
          .append('\n');
    }
    if (asked.size() > ADDRESSES_SHOWN) {
      text.append("  and %d more\n".formatted(asked.size() - ADDRESSES_SHOWN));
    }
    text.append("Check:");
    answers.stream()
        .map(ProbeAnswer::kind)
        .distinct()
        .sorted()
        .forEach(kind -> text.append("\n  - ").append(kind.advice()));
    return text.toString();
  }

  /** One address to ask. */
  private record Asked(String host, int port) {
    static List<Asked> of(String address) {
      int colon = address.lastIndexOf(':');
      String[] range = address.substring(colon + 1).split("\\.\\.");
      int from = Integer.parseInt(range[0]);
      int to = Integer.parseInt(range[range.length - 1]);
      List<Asked> asked = new ArrayList<>();
      for (int port = from; port <= to; port++) {
        asked.add(new Asked(address.substring(0, colon), port));
      }
      return asked;
    }
  }
}
