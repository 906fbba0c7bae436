package org.gridclear.bench.grid;

import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.Machine;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunStatus;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.web.WebServer;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a list of runs costs, whatever number of runs the grid knows. */
@Command(
    name = "listing",
    description = {
      "Time of a page of runs, of the open runs and of their counts, with few and many runs in the",
      "grid; the page also over HTTP. Exit code 1 if with the most runs it takes over twice as"
          + " long."
    })
public final class ListingBench implements Callable<Integer> {
  private static final int PORT = 46_900;
  private static final int CALLS = 300;
  private static final int PAGE = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--runs",
      split = ",",
      defaultValue = "10,100,600,10000,100000",
      description = "Numbers of runs, growing (default: ${DEFAULT-VALUE}).")
  private List<Integer> counts;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("gridclear-listing-");
    GridNodeOptions options =
        new GridNodeOptions(
            "listing", GridNodeOptions.Role.EMBEDDED, "127.0.0.1", PORT, List.of(), 1, folder);
    out.println(Machine.line());
    out.println("runs     page p50 ms  HTTP p50 ms  open p50 ms  counts p50 ms");
    List<Double> ofHttp = new ArrayList<>();
    try (GridNode node = GridNode.start(options)) {
      GridAccess grid = IgniteGrid.access(node);
      try (ActorStudyRuns runs =
              new ActorStudyRuns(grid, RunLimits.OF_COMMANDS, Clock.systemUTC());
          WebServer server = WebServer.of(runs, folder, ServerSecurity.NONE).start()) {
        int written = 0;
        for (int count : counts) {
          for (; written < count; written++) {
            write(grid, written);
          }
          double http = median(() -> get(server.port()));
          ofHttp.add(http);
          out.println(
              "%-8d %11.2f  %11.2f  %11.2f  %13.2f"
                  .formatted(
                      count,
                      median(() -> grid.registry().page(RunPage.FROM_NEWEST, PAGE)),
                      http,
                      median(() -> grid.registry().open()),
                      median(() -> grid.registry().ended())));
          out.flush();
        }
      }
    }
    // With fewer runs than a page holds, the page is smaller.
    double full = ofHttp.get(Math.min(1, ofHttp.size() - 1));
    return ofHttp.get(ofHttp.size() - 1) > 2 * full ? 1 : 0;
  }

  /** Ended runs, but for four that are open. */
  private static void write(GridAccess grid, int number) {
    RunStatus status = RunStatus.submitted("run-" + number, "listing", 1);
    RunRecord record =
        new RunRecord(status, "none", "none", 1, "user", Priority.NORMAL, 1_000L + number, 0);
    grid.registry().write(record, 0);
    if (number >= 4) {
      grid.registry().write(record.with(status.failed("it was to end")), 1);
    }
  }

  private static String get(int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/api/v1/runs?limit=%d".formatted(port, PAGE)))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static double median(Callable<?> call) throws Exception {
    double[] millis = new double[CALLS];
    for (int k = 0; k < 2 * CALLS; k++) {
      long start = System.nanoTime();
      call.call();
      // The first half warms up.
      millis[k % CALLS] = (System.nanoTime() - start) / 1e6;
    }
    java.util.Arrays.sort(millis);
    return millis[CALLS / 2];
  }
}
