package org.gridclear.bench.desk;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.Machine;
import org.gridclear.cli.GridProcess;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunStatus;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear bench desk}: what open pages cost, and lists of many runs. */
@Command(
    name = "desk",
    description = {
      "Lists of many runs over HTTP, and a study with and without open pages, in turns. A page",
      "listens and asks again as that of the runs does. Exit code 1 if a list takes over 200 ms",
      "(median) or pages slow the study by over 3 %% (median of the rounds)."
    })
public final class DeskBench implements Callable<Integer> {
  private static final String GRID = "bench-desk-" + ProcessHandle.current().pid();
  private static final int HTTP_PORT = 46_700;
  private static final int GRID_PORT = 46_720;
  private static final int CALLS = 60;
  private static final double LIST_MILLIS_MAX = 200;
  private static final double SLOWER_MAX = 1.03;
  private static final List<String> LISTS =
      List.of(
          "limit=50",
          "limit=50&sort=-submitted&offset=9000",
          "limit=50&study=run-77",
          "limit=50&state=failed&sort=study",
          "limit=1&state=open");

  @Spec private CommandSpec spec;

  @Option(names = "--runs", defaultValue = "10000", description = "Runs (${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--pages", defaultValue = "200", description = "Open pages (${DEFAULT-VALUE}).")
  private int pages;

  @Option(names = "--cases", defaultValue = "100", description = "Cases (${DEFAULT-VALUE}).")
  private int cases;

  @Option(names = "--rounds", defaultValue = "5", description = "Rounds (${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.line());
    try (GridProcess server = GridProcess.start(List.of(), serve()).awaitReady()) {
      fill();
      DeskClient client = new DeskClient(HTTP_PORT, server.pid());
      boolean quick = lists(client, out);
      boolean light = studies(client, out);
      out.flush();
      return quick && light ? 0 : 1;
    }
  }

  private static List<String> serve() {
    return List.of(
        "serve",
        "--port",
        Integer.toString(HTTP_PORT),
        "--grid",
        GRID,
        "--grid-port",
        Integer.toString(GRID_PORT),
        "--slots",
        "1",
        "--child-memory",
        "0");
  }

  /** Writes runs that have ended into the grid of the server. */
  private void fill() throws IOException {
    GridNodeOptions options =
        new GridNodeOptions(
            "fill",
            GridNodeOptions.Role.COORDINATOR,
            "127.0.0.1",
            GRID_PORT + 10,
            List.of("127.0.0.1:" + GRID_PORT),
            1,
            Files.createTempDirectory("bench-desk-"),
            null,
            0,
            null,
            0,
            GRID);
    try (GridNode node = GridNode.start(options)) {
      GridAccess grid = IgniteGrid.access(node);
      for (int number = 0; number < runs; number++) {
        RunStatus status = RunStatus.submitted("run-" + number, "desk " + number % 97, 1);
        RunRecord record =
            new RunRecord(status, "none", "none", 1, "user", Priority.NORMAL, 1_000L + number, 0);
        grid.registry().write(record, 0);
        grid.registry().write(record.with(status.failed("it was to end")), 1);
      }
    }
  }

  private static boolean lists(DeskClient client, PrintWriter out) throws Exception {
    double worst = 0;
    for (String list : LISTS) {
      double[] millis = new double[CALLS];
      for (int k = 0; k < 2 * CALLS; k++) {
        long start = System.nanoTime();
        client.get("/run-list?" + list);
        // The first half warms up.
        millis[k % CALLS] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(millis);
      double median = millis[CALLS / 2];
      say(out, "list %-40s p50 %6.1f ms  worst %6.1f ms", list, median, millis[CALLS - 1]);
      worst = Math.max(worst, median);
    }
    return worst <= LIST_MILLIS_MAX;
  }

  private boolean studies(DeskClient client, PrintWriter out) throws Exception {
    client.study(cases);
    List<Double> slower = new ArrayList<>();
    List<Double> dearer = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      DeskClient.Cost alone = client.study(cases);
      DeskClient.Cost watched;
      long loads;
      try (OpenPages open = new OpenPages(client, pages)) {
        open.awaitAll();
        watched = client.study(cases);
        loads = open.loads();
      }
      slower.add(watched.seconds() / alone.seconds());
      dearer.add(watched.cpuSeconds() / alone.cpuSeconds());
      say(
          out,
          "round %d: alone %.2f s, %.2f CPU-s; %d pages %.2f s, %.2f CPU-s, %d loads",
          round,
          alone.seconds(),
          alone.cpuSeconds(),
          pages,
          watched.seconds(),
          watched.cpuSeconds(),
          loads);
    }
    double ratio = median(slower);
    say(out, "with pages / alone, median: %.3f of time, %.3f of CPU", ratio, median(dearer));
    return ratio <= SLOWER_MAX;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void say(PrintWriter out, String line, Object... values) {
    out.println(String.format(Locale.ROOT, line, values));
    out.flush();
  }
}
