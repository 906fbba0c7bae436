package org.gridclear.bench.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gridclear.bench.machine.Machine;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ParquetDays;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.day.TieredDays;
import org.gridclear.market.ignite.GridDays;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultAnswer;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.StatisticsQuery;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.RowRange;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Bytes and time of a year of results, here and elsewhere. */
@Command(
    name = "store",
    description = {
      "A year of prices, loads and units of 73 buses and 158 units: bytes, time and CPU of two",
      "queries from the grid's memory and from Parquet, beside a row per number in PostgreSQL and",
      "wide tables in DuckDB. Exit code 1 if answers differ or a bound is not met: a third of",
      "PostgreSQL's bytes, 1.5 times DuckDB's time, 200 ms for a bus, 1 s for statistics."
    })
public final class StoreBench implements Callable<Integer> {
  private static final int PORT = 46_950;
  private static final String BUS = "215";

  @Spec private CommandSpec spec;

  @Option(
      names = "--days",
      defaultValue = "366",
      description = "Days of the year (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--calls",
      defaultValue = "15",
      description =
          "Calls of a query that are timed, after twice as many (default: ${DEFAULT-VALUE}).")
  private int calls;

  @Option(
      names = "--kill",
      description = {
        "Three nodes in processes of their own; one is killed in the middle of queries to the"
            + " grid's",
        "memory alone, which must answer the same. Nothing else is measured."
      })
  private boolean kill;

  @Option(
      names = "--market",
      paramLabel = "DIR",
      description = {
        "Ask the year of RTS-GMLC that lies in this market folder (gridclear year … --from",
        "2020-01-01 --to 2020-12-31) in place of a synthetic one; PostgreSQL is left out."
      })
  private Path year;

  @Option(names = "--own", description = "Without DuckDB and PostgreSQL.")
  private boolean own;

  @Option(names = "--no-postgres", description = "Without PostgreSQL.")
  private boolean withoutPostgres;

  private boolean failed;

  /** A query and what came of it. */
  private record Timed(double wallMillis, double cpuMillis, List<Object[]> rows) {}

  @Override
  public Integer call() throws Exception {
    out().println(Machine.line());
    Path folder = Files.createTempDirectory("gridclear-store-");
    MarketFolder.Facts facts =
        new MarketFolder.Facts("bench", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED);
    if (kill) {
      return new KilledNode(out(), days).run(folder, facts) ? 0 : 1;
    }
    GridNodeOptions options =
        new GridNodeOptions(
            "store",
            GridNodeOptions.Role.EMBEDDED,
            "127.0.0.1",
            PORT,
            List.of(),
            1,
            folder.resolve("node"));
    try (MarketFolder market =
            year == null
                ? MarketFolder.create(folder.resolve("market"), facts)
                : MarketFolder.open(year);
        GridNode node = GridNode.start(options)) {
      measure(folder, market, new GridDays(node));
    }
    out().flush();
    return failed ? 1 : 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void measure(Path folder, MarketFolder market, GridDays memory) throws Exception {
    DayStore disk = DayStore.of(market);
    ProcessClock clock = new ProcessClock();
    long numbers = year == null ? new SyntheticYear().append(disk, days) : 0;
    ProcessClock.Measured appended = clock.stop();
    List<DayVersion> versions = disk.newest(days);
    if (year != null) {
      numbers = numbers(disk, versions);
      withoutPostgres = true;
    }
    TieredDays tiered = new TieredDays(memory, new ParquetDays(market.days()), days);
    tiered.warm(versions);
    long parquet = bytes(market.days());
    long rows = bytes(market.path().resolve("database"));
    long hot = memory.bytes(versions);
    out()
        .printf(
            "%d days, %d numbers; appended in %.1f ms CPU a day%n",
            days, numbers, appended.cpu() * 1e3 / days);
    out().printf("memory  %8.1f MB a copy, %.2f B a number%n", hot / 1e6, (double) hot / numbers);
    out()
        .printf(
            "Parquet %8.1f MB, %.2f B a number; database %.1f MB%n",
            parquet / 1e6, (double) parquet / numbers, rows / 1e6);
    Timed[] fromMemory = queries("memory", new DayStore(market, tiered));
    Timed[] fromDisk = queries("Parquet", disk);
    same("memory and Parquet", fromMemory, fromDisk);
    bound("bus", fromMemory[0], fromDisk[0], 200);
    bound("statistics", fromMemory[1], fromDisk[1], 1000);
    if (own) {
      return;
    }
    try (DuckDbYear duck = new DuckDbYear(folder, market.days())) {
      out().printf("DuckDB  %8.1f MB%n", Files.size(duck.file()) / 1e6);
      Timed[] there = {
        timed("DuckDB bus", true, () -> duck.bus(BUS)),
        timed("DuckDB statistics", true, duck::statistics)
      };
      compare("DuckDB", fromMemory, there);
      for (int q = 0; q < 2; q++) {
        double times = fromMemory[q].cpuMillis() / there[q].cpuMillis();
        out().printf("%s: %.2f times DuckDB's CPU%n", q == 0 ? "bus" : "statistics", times);
        failed |= times > 1.5;
      }
    }
    if (!withoutPostgres) {
      postgres(disk, versions, parquet + rows, fromMemory);
    }
  }

  /** Numbers of all kinds of results. */
  private static long numbers(DayStore disk, List<DayVersion> versions) {
    long numbers = 0;
    for (DayVersion version : versions) {
      for (ResultKind kind : version.blocks().keySet()) {
        ResultBlock block = disk.block(version, kind, Selection.ALL).orElseThrow();
        numbers += (long) block.present().cardinality() * block.values().size();
      }
    }
    return numbers;
  }

  private void postgres(DayStore disk, List<DayVersion> versions, long ours, Timed[] fromMemory)
      throws Exception {
    calls = Math.min(calls, 3);
    try (PostgresYear server = new PostgresYear()) {
      server.copy(disk, versions);
      long bytes = server.bytes();
      double share = (double) ours / bytes;
      out().printf("PostgreSQL %.1f MB; ours %.3f of it%n", bytes / 1e6, share);
      failed |= share > 1.0 / 3;
      Timed[] there = {
        timed("PostgreSQL bus", true, () -> server.bus(BUS)),
        timed("PostgreSQL statistics", true, server::statistics)
      };
      compare("PostgreSQL", fromMemory, there);
    }
  }

  private Timed[] queries(String name, DayStore store) throws Exception {
    ResultService service = new ResultService(store);
    DayQuery all =
        DayQuery.of(Market.DA, SyntheticYear.FIRST, SyntheticYear.FIRST.plusDays(days - 1L));
    DayQuery bus = all.with(DayQuery.Filter.ofBus(BUS));
    return new Timed[] {
      timed(
          name + " bus",
          false,
          () -> rows(service.rows(Viewer.LOCAL, bus, ResultKind.PRICES, RowRange.ALL))),
      timed(
          name + " statistics",
          false,
          () ->
              rows(
                  service.statistics(
                      Viewer.LOCAL,
                      all,
                      ResultKind.PRICES,
                      StatisticsQuery.figures("zone", "month"))))
    };
  }

  private static List<Object[]> rows(ResultAnswer answer) {
    return answer.table().rows();
  }

  private Timed timed(String name, boolean foreign, Callable<List<Object[]>> query)
      throws Exception {
    double[] wall = new double[calls];
    double cpu = 0;
    List<Object[]> rows = List.of();
    for (int c = -2 * calls; c < calls; c++) {
      ProcessClock clock = new ProcessClock();
      double before = ProcessClock.threadsCpuSeconds();
      rows = query.call();
      double ofThreads = ProcessClock.threadsCpuSeconds() - before;
      ProcessClock.Measured measured = clock.stop();
      if (c >= 0) {
        wall[c] = measured.wall() * 1e3;
        // DuckDB's threads are not Java's; ours are told without the compiler.
        cpu += (foreign ? measured.cpu() : ofThreads) * 1e3 / calls;
      }
    }
    Arrays.sort(wall);
    out()
        .printf(
            "%-22s %8.1f ms p50 %8.1f ms CPU %7d rows%n", name, wall[calls / 2], cpu, rows.size());
    out().flush();
    return new Timed(wall[calls / 2], cpu, rows);
  }

  private void same(String what, Timed[] one, Timed[] other) {
    for (int q = 0; q < one.length; q++) {
      boolean equal = one[q].rows().size() == other[q].rows().size();
      for (int r = 0; r < one[q].rows().size() && equal; r++) {
        equal = Arrays.equals(one[q].rows().get(r), other[q].rows().get(r));
      }
      out().printf("%s, query %d: %s%n", what, q, equal ? "equal" : "DIFFERENT");
      failed |= !equal;
    }
  }

  /** The price of the bus hour by hour, and the weighted mean of each group. */
  private void compare(String what, Timed[] ours, Timed[] theirs) {
    boolean equal =
        ours[0].rows().size() == theirs[0].rows().size()
            && ours[1].rows().size() == theirs[1].rows().size();
    int lmp = theirs[0].rows().get(0).length == 3 ? 2 : 4;
    for (int r = 0; r < ours[0].rows().size() && equal; r++) {
      equal = near(ours[0].rows().get(r)[7], theirs[0].rows().get(r)[lmp]);
    }
    for (int r = 0; r < ours[1].rows().size() && equal; r++) {
      Object[] row = ours[1].rows().get(r);
      Object[] there = theirs[1].rows().get(r);
      equal =
          row[0].equals(there[0])
              && row[1].equals(there[1])
              && near(row[5], there[3])
              && near(row[6], there[4])
              && near(row[7], there[5])
              && near(row[8], there[6]);
    }
    out().printf("%s says %s%n", what, equal ? "the same" : "SOMETHING ELSE");
    failed |= !equal;
  }

  private static boolean near(Object one, Object other) {
    return Math.abs(((Number) one).doubleValue() - ((Number) other).doubleValue()) < 2e-6;
  }

  private void bound(String what, Timed memory, Timed disk, double millis) {
    // On a busy machine the wall tells of others; CPU over all cores is no less than the wall
    // alone.
    double most = Math.max(quickest(memory), quickest(disk));
    out().printf("%s: %.1f ms at most, bound %.0f ms%n", what, most, millis);
    failed |= most > millis;
  }

  private static double quickest(Timed timed) {
    return Math.min(timed.wallMillis(), timed.cpuMillis());
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(StoreBench::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
