package org.gridclear.bench.settlement;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargePrograms;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.input.EntityBlock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Eight items over a month by the settlement kernel, from columns in memory, and the same by DuckDB
 * with the same rows. The totals have to be equal to the last 0.001.
 */
@Command(
    name = "settle",
    description = "Rows per second of eight items, and DuckDB doing the same.")
public final class SettleBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--entities",
      defaultValue = "10000",
      description = "Entities (default: ${DEFAULT-VALUE}).")
  private int entities;

  @Option(names = "--days", defaultValue = "31", description = "Days (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--rounds",
      defaultValue = "7",
      description = "Rounds; the best counts (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Threads (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(names = "--no-peer", description = "Leave DuckDB out.")
  private boolean noPeer;

  @Override
  public Integer call() throws SQLException {
    PrintWriter out = spec.commandLine().getOut();
    EightItems data = new EightItems(entities, days);
    long rows = (long) entities * days * EightItems.INTERVALS;
    out.printf(
        Locale.ROOT,
        "Java %s, %d entities x %d days x 96 = %d rows, eight items, best of %d%n",
        System.getProperty("java.version"),
        entities,
        days,
        rows,
        rounds);
    List<ProcessClock.Measured> months = new ArrayList<>();
    long[] totals = new long[0];
    for (int round = 0; round < rounds; round++) {
      ProcessClock clock = new ProcessClock();
      totals = month(data);
      months.add(clock.stop());
    }
    ProcessClock.Measured month = fastest(months);
    out.printf(
        Locale.ROOT,
        "kernel, month, %d threads: %.3f s wall, %.2f CPU-s, %.1f M rows/s%n",
        threads,
        month.wall(),
        month.cpu(),
        rows / month.wall() / 1e6);
    day(data, out);
    if (!noPeer) {
      try (DuckDbSettlement peer = new DuckDbSettlement(threads)) {
        peer.load(data);
        boolean equal = compare(peer, false, month, totals, out);
        peer.toDecimal();
        equal &= compare(peer, true, month, totals, out);
        out.flush();
        return equal ? 0 : 1;
      }
    }
    out.flush();
    return 0;
  }

  private boolean compare(
      DuckDbSettlement peer,
      boolean decimal,
      ProcessClock.Measured ours,
      long[] totals,
      PrintWriter out)
      throws SQLException {
    List<ProcessClock.Measured> each = new ArrayList<>();
    long[] theirs = new long[0];
    for (int round = 0; round < Math.min(3, rounds); round++) {
      ProcessClock clock = new ProcessClock();
      theirs = peer.totals(decimal);
      each.add(clock.stop());
    }
    ProcessClock.Measured best = fastest(each);
    boolean equal = Arrays.equals(totals, theirs);
    out.printf(
        Locale.ROOT,
        "DuckDB, %s, %d threads: %.3f s wall, %.2f CPU-s; %.1f x the wall, %.1f x the CPU; totals"
            + " %s%n",
        decimal ? "DECIMAL" : "BIGINT",
        threads,
        best.wall(),
        best.cpu(),
        best.wall() / ours.wall(),
        best.cpu() / ours.cpu(),
        equal ? "equal" : "DIFFER");
    return equal;
  }

  private static ProcessClock.Measured fastest(List<ProcessClock.Measured> each) {
    return Collections.min(each, Comparator.comparingDouble(ProcessClock.Measured::wall));
  }

  private void day(EightItems data, PrintWriter out) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 5 * rounds; round++) {
      long start = System.nanoTime();
      ChargeKernel.run(new ChargePrograms(data.month()), 0, entities, List.of(data.day(0)), null);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    out.printf(Locale.ROOT, "kernel, one day, 1 thread: %.1f ms%n", 1e3 * best);
  }

  private long[] month(EightItems data) {
    ChargePrograms programs = new ChargePrograms(data.month());
    int blocks = (data.month().blocks() + 8 * threads - 1) / (8 * threads);
    int share = blocks * EntityBlock.ENTITIES;
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(
              () ->
                  IntStream.range(0, 8 * threads)
                      .parallel()
                      .mapToObj(
                          part -> {
                            int from = Math.min(entities, part * share);
                            int to = Math.min(entities, from + share);
                            return ChargeKernel.run(
                                programs, from, to, () -> data.days(from, to), null);
                          })
                      .map(SettleBench::sums)
                      .reduce(new long[8], SettleBench::plus))
          .join();
    } finally {
      pool.shutdown();
    }
  }

  private static long[] sums(ChargeResult result) {
    long[] sums = new long[8];
    for (long[] day : result.amounts()) {
      for (int i = 0; i < day.length; i++) {
        sums[i % 8] += day[i];
      }
    }
    return sums;
  }

  private static long[] plus(long[] a, long[] b) {
    return IntStream.range(0, a.length).mapToLong(i -> a[i] + b[i]).toArray();
  }
}
