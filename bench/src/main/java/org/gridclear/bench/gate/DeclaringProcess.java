package org.gridclear.bench.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.market.gate.Outcome;
import org.gridclear.market.store.MarketFolder;

/**
 * Declares at a rate, from senders that do not wait for each other, and writes each receipt to a
 * file when it has it. A latency counts from the time at which the declaration was due, so that a
 * stall counts for all that came in it.
 */
final class DeclaringProcess {
  private static final long NANOS = 1_000_000_000L;

  private DeclaringProcess() {}

  /**
   * Arguments: folder, file of receipts, first number, count, per minute, senders, units, and how
   * many of the first are not measured, for a server has run for a while.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path receipts = Path.of(arguments[1]);
    int first = Integer.parseInt(arguments[2]);
    int count = Integer.parseInt(arguments[3]);
    long everyNanos = 60 * NANOS / Integer.parseInt(arguments[4]);
    int senders = Integer.parseInt(arguments[5]);
    try (MarketFolder market = MarketFolder.open(folder)) {
      DeclaringMarket declaring = DeclaringMarket.of(market, Integer.parseInt(arguments[6]));
      long[] latencies = new long[count];
      AtomicInteger next = new AtomicInteger();
      ProcessClock cpu = new ProcessClock();
      long from = System.nanoTime();
      Thread[] threads = new Thread[senders];
      for (int s = 0; s < senders; s++) {
        threads[s] =
            new Thread(
                () -> {
                  for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    latencies[n] = latency(declaring, first + n, from + n * everyNanos, receipts);
                  }
                });
        threads[s].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      int warm = Integer.parseInt(arguments[7]);
      print(
          Arrays.copyOfRange(latencies, warm, count),
          (System.nanoTime() - from) / (double) NANOS,
          cpu.stop().cpu(),
          count);
    }
  }

  private static long latency(DeclaringMarket market, int n, long dueNanos, Path receipts) {
    byte[] file = market.file(n);
    long wait = dueNanos - System.nanoTime();
    if (wait > 0) {
      java.util.concurrent.locks.LockSupport.parkNanos(wait);
    }
    Outcome.Receipt receipt = market.declare(file);
    long latency = System.nanoTime() - dueNanos;
    try {
      Files.write(
          receipts,
          "%d %s%n".formatted(receipt.number(), receipt.hash()).getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return latency;
  }

  private static void print(long[] latencies, double seconds, double cpuSeconds, int count) {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%d declarations in %.1f s, %.0f a minute, CPU %.1f s; latency of the last %d:"
            + " p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        count,
        seconds,
        count / seconds * 60,
        cpuSeconds,
        sorted.length,
        ms(sorted, 0.5),
        ms(sorted, 0.99),
        ms(sorted, 1));
  }

  private static double ms(long[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
  }
}
