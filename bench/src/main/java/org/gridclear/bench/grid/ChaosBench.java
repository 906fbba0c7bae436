package org.gridclear.bench.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gridclear.bench.grid.ChaosSettlement.Kind;
import org.gridclear.bench.machine.Machine;
import org.gridclear.bench.site.SiteRehearsal;
import org.gridclear.cli.GridProcess;
import org.gridclear.json.Json;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.Job;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Random events over a mixed load of the three kinds of job; nothing acknowledged may be lost. */
@Command(
    name = "chaos",
    description = {
      "Kill, freeze, drain and start members at random under a mixed load, also in the middle of",
      "closes, corrections and backups, then compare every acknowledged run and every close with"
          + " an",
      "undisturbed one. One node at a time, as one backup allows. Exit code 1 if one was lost or",
      "differs."
    })
public final class ChaosBench implements Callable<Integer> {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long WAIT_SECONDS_MAX = 90;
  private static final int OPEN_RUNS_MIN = 2;
  private static final int OPEN_RUNS_MAX = 5;
  private static final int ALMOST_LOOKS_MAX = 400;
  private static final int SNAPSHOTS = 12;

  /** Each screening adds a millionth for each run before it: none finds outcomes of another. */
  private static final double HEAVY_SHARE = 0.8;

  /** Different studies; each is submitted many times under options that change no result. */
  private static final int STUDIES = 6;

  @Spec private CommandSpec spec;

  @Option(
      names = "--events",
      defaultValue = "200",
      description = "Events (default: ${DEFAULT-VALUE}).")
  private int events;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--only",
      paramLabel = "EVENT",
      split = ",",
      description = "Events of these kinds alone, such as SITE_LOST: a site as in bench site.")
  private List<ChaosEvent> only = new ArrayList<>();

  @Option(names = "--nodes", defaultValue = "3", description = "Node processes.")
  private int nodeCount;

  @Option(
      names = "--clock-library",
      paramLabel = "FILE",
      description = "bench/clock.c compiled: a node runs 3 h ahead, a coordinator 100 min behind.")
  private Path clockLibrary;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Random random = new Random(seed);
    out.println(Machine.line() + ", seed " + seed);
    List<ChaosEvent> first = new ArrayList<>(only.isEmpty() ? List.of(ChaosEvent.values()) : only);
    Collections.shuffle(first, random);
    Path folder = Files.createTempDirectory("gridclear-chaos-");
    return new Chaos(out, random, new ChaosSettlement(folder, random, out)).run(first) ? 0 : 1;
  }

  /** What happens to one grid. */
  private final class Chaos {
    private final PrintWriter out;
    private final Random random;
    private final ChaosSettlement settlement;
    private final Map<String, List<Double>> times = new TreeMap<>();
    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final Map<String, String> expected = new java.util.HashMap<>();
    private int submitted;
    private int broken;

    Chaos(PrintWriter out, Random random, ChaosSettlement settlement) {
      this.out = out;
      this.random = random;
      this.settlement = settlement;
    }

    /** Lets events happen; whether nothing was lost. */
    boolean run(List<ChaosEvent> first) throws Exception {
      int lost;
      try (ChaosGrid grid = new ChaosGrid(nodeCount, 2, clockLibrary)) {
        try {
          for (int event = 1; event <= events; event++) {
            happen(grid, event, next(first, event));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
          }
        } catch (IllegalStateException | GridRefusedException e) {
          grid.print(out);
          throw e;
        }
        lost = compare(grid) + broken;
      }
      out.println("event                      count     p50 s     max s");
      times.forEach(this::row);
      return lost == 0;
    }

    private void row(String what, List<Double> seconds) {
      seconds.sort(null);
      out.println(
          "%-26s %5d %9.2f %9.2f"
              .formatted(
                  what,
                  seconds.size(),
                  seconds.get(seconds.size() / 2),
                  seconds.get(seconds.size() - 1)));
    }

    /** Every kind happens once, in a random order, before they come at random. */
    private ChaosEvent next(List<ChaosEvent> first, int number) {
      ChaosEvent drawn = only.isEmpty() ? ChaosEvent.at(random.nextInt(100)) : any(only);
      return number <= first.size() ? first.get(number - 1) : drawn;
    }

    private void happen(ChaosGrid grid, int number, ChaosEvent event) throws Exception {
      long open = open(grid);
      for (; open < OPEN_RUNS_MIN || (event == ChaosEvent.SUBMIT && open < OPEN_RUNS_MAX); open++) {
        submit(grid);
      }
      out.println("%d %s, %d runs open".formatted(number, event, open));
      out.flush();
      switch (event) {
        case SUBMIT -> TimeUnit.MILLISECONDS.sleep(500);
        case KILL_CHILD -> killChild(grid);
        case KILL_NODE -> killNode(grid);
        case KILL_COORDINATOR -> killCoordinator(grid);
        case FREEZE_NODE -> freezeNode(grid);
        case DRAIN_NODE -> drainNode(grid);
        case KILL_NODE_RESOLVING -> {
          String victim = anyNode(grid);
          submit(grid);
          killNode(grid, victim);
        }
        case KILL_COORDINATOR_RESOLVING -> {
          submit(grid);
          killCoordinator(grid);
        }
        case KILL_COORDINATOR_AGGREGATING -> {
          awaitAlmostDone(grid);
          killCoordinator(grid);
        }
        case KILL_NODE_IN_CLOSE ->
            count(settlement.same(Kind.CLOSE, ChaosGrid.join(), () -> killNode(grid)));
        case KILL_NODE_IN_CORRECTION ->
            count(settlement.same(Kind.CORRECTION, ChaosGrid.join(), () -> killNode(grid)));
        case KILL_NODE_IN_BACKUP ->
            count(settlement.backup(ChaosGrid.join(), () -> killNode(grid)));
        case KILL_CLOSE_IN_SWAP -> count(settlement.swap(ChaosGrid.join()));
        case SITE_LOST ->
            count(
                new SiteRehearsal(Files.createTempDirectory("gridclear-site-"), 6, 200, out)
                    .passed());
      }
    }

    private static long open(ChaosGrid grid) {
      return grid.access().registry().open().size();
    }

    /** Submits one of the three kinds: the first two over HTTP, the third by the observer. */
    private void submit(ChaosGrid grid) throws Exception {
      int k = submitted++;
      if (k % 3 == 2) {
        Job job =
            ScaleJobs.of(
                ScaleJobs.Kind.CHARGING, 6, seed + k, ScaleJobs.DEFAULT, grid.access().store());
        acknowledged.add(grid.runs().submit(job).status().runId());
        return;
      }
      boolean study = k % 3 == 0;
      String path = study ? "/api/v1/studies" : "/api/v1/screenings";
      String body =
          study
              ? "study: chaos %d\nbase: {case: ieee57}\noptions: {gap: 0.0005, losses: false, secondsMax: %d}\nmonteCarlo: [{name: draw, count: 12, seed: %d, loadDeviation: 0.02, renewableDeviation: 0.1}]"
                  .formatted((k / 3) % STUDIES, 600 + k, 1000 * seed + (k / 3) % STUDIES)
              : "{\"network\": \"ieee300\", \"method\": \"ac\", \"snapshots\": %d, \"heavyShare\": %s, \"scope\": [\"branches\"]}"
                  .formatted(SNAPSHOTS, HEAVY_SHARE + k * 1e-6);
      List<GridProcess> living =
          grid.coordinators().values().stream().filter(GridProcess::alive).toList();
      String address =
          living
              .get(random.nextInt(living.size()))
              .readyLine()
              .replaceAll(".*ready: (http://[^/]+)/.*", "$1");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", study ? "application/yaml" : "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 202) {
        acknowledged.add(Json.MAPPER.readTree(answer.body()).get("runId").asString());
      } else {
        out.println("  refused: %d %s".formatted(answer.statusCode(), answer.body()));
      }
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private String anyNode(ChaosGrid grid) {
      await("all nodes there", () -> grid.nodesSeen() == nodeCount);
      await("backups complete", () -> grid.access().registry().backupsComplete());
      return any(new ArrayList<>(grid.nodes().keySet()));
    }

    private void await(String what, BooleanSupplier condition) {
      long start = System.nanoTime();
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() - start > WAIT_SECONDS_MAX * 1_000_000_000L) {
          throw new IllegalStateException("Not within %d s: %s".formatted(WAIT_SECONDS_MAX, what));
        }
        try {
          TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
      times.computeIfAbsent(what, key -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
    }

    private void count(boolean good) {
      broken += good ? 0 : 1;
    }

    /** Waits a while for a run of which hardly anything is left. */
    private static void awaitAlmostDone(ChaosGrid grid) throws InterruptedException {
      for (int k = 0; k < ALMOST_LOOKS_MAX; k++) {
        boolean almost =
            grid.access().registry().open().stream()
                .map(RunRecord::status)
                .anyMatch(status -> status.done() > 0 && status.cases() - status.done() <= 1);
        if (almost) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }

    private void killNode(ChaosGrid grid) throws Exception {
      killNode(grid, anyNode(grid));
    }

    private void killNode(ChaosGrid grid, String name) throws Exception {
      grid.node(name).kill();
      await("killed node noticed", () -> grid.nodesSeen() == nodeCount - 1);
      grid.startNode(name);
      await("node started again", () -> grid.nodesSeen() == nodeCount);
    }

    private void killChild(ChaosGrid grid) throws IOException {
      List<Long> children =
          grid.nodes().values().stream().flatMap(node -> node.children().stream()).toList();
      if (!children.isEmpty()) {
        new ProcessBuilder("kill", "-9", any(children).toString()).start().onExit().join();
      }
    }

    private void killCoordinator(ChaosGrid grid) throws Exception {
      String name = any(new ArrayList<>(grid.coordinators().keySet()));
      GridProcess process = grid.coordinator(name);
      String owner = "coordinator-" + process.pid();
      process.kill();
      await("coordinator's runs taken over", () -> owned(grid, owner) == 0);
      grid.startCoordinator(name).awaitReady();
    }

    private static long owned(ChaosGrid grid, String owner) {
      return grid.access().registry().open().stream()
          .filter(record -> record.ownerName().equals(owner))
          .count();
    }

    private void freezeNode(ChaosGrid grid) throws Exception {
      String name = anyNode(grid);
      GridProcess node = grid.node(name);
      node.signal("STOP");
      await("frozen node dropped", () -> grid.nodesSeen() == nodeCount - 1);
      TimeUnit.SECONDS.sleep(random.nextInt(12));
      node.signal("CONT");
      await("thawed node back", () -> grid.nodesSeen() == nodeCount);
    }

    private void drainNode(ChaosGrid grid) throws Exception {
      String name = anyNode(grid);
      GridProcess node = grid.node(name);
      grid.drain(name);
      await("drained node stopped", () -> !node.alive());
      grid.startNode(name);
      await("node started again", () -> grid.nodesSeen() == nodeCount);
    }

    /** Waits for all runs, then computes each again where nothing disturbs it. */
    private int compare(ChaosGrid grid) {
      int lost = 0;
      try (LocalGrid calm = new LocalGrid(2);
          ActorStudyRuns undisturbed =
              new ActorStudyRuns(
                  calm.access(),
                  org.gridclear.run.RunLimits.OF_COMMANDS,
                  java.time.Clock.systemUTC())) {
        for (String runId : acknowledged) {
          lost += same(grid, runId, undisturbed, calm) ? 0 : 1;
        }
      }
      out.println(
          "%d runs acknowledged, %d lost or different".formatted(acknowledged.size(), lost));
      return lost;
    }

    private boolean same(ChaosGrid grid, String runId, ActorStudyRuns undisturbed, LocalGrid calm) {
      RunResult result =
          grid.runs()
              .find(runId)
              .map(handle -> handle.result().orTimeout(10, TimeUnit.MINUTES).join())
              .orElse(null);
      if (result == null) {
        out.println("LOST " + runId);
        return false;
      }
      if (result.job() instanceof Job.Charging charging) {
        ScaleJobs.copyInputs(charging, grid.access().store(), calm);
      }
      boolean repeated = result.job() instanceof Job.Clearing;
      String key = repeated ? result.job().name() : runId;
      String calmHash =
          expected.computeIfAbsent(
              key, k -> ScaleBench.hash(undisturbed.submit(result.job()).result().join()));
      boolean equal =
          result.status().state() == RunState.DONE
              && result.failedCount() == 0
              && ScaleBench.hash(result).equals(calmHash);
      out.println(
          "%s %s %s, %d units failed, %d retries, lost nodes %s"
              .formatted(
                  equal ? "same" : "DIFFERENT",
                  runId,
                  result.status().state(),
                  result.failedCount(),
                  result.status().retries(),
                  result.status().lostNodes()));
      out.flush();
      return equal;
    }
  }
}
