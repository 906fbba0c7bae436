package org.gridclear.bench.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.cli.GridProcess;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.ignite.GridControl;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;

/** Nodes and standing coordinators in processes of their own, and an observer in this one. */
final class ChaosGrid implements AutoCloseable {
  private static final int PORT = 47_000;
  private static final int PORTS_PER_MEMBER = 25;
  private static final int LINES = 15;

  private final Map<String, GridProcess> nodes = new LinkedHashMap<>();
  private final Map<String, GridProcess> coordinators = new LinkedHashMap<>();
  private final Map<String, List<String>> skewed = new HashMap<>();
  private final GridNode observer;
  private final GridAccess access;
  private final ActorStudyRuns runs;
  private int serial;

  /**
   * Starts all of it.
   *
   * @param clockLibrary bench/clock.c compiled, to give the last node and the last coordinator
   *     wrong clocks; null for true ones
   */
  ChaosGrid(int nodeCount, int coordinatorCount, Path clockLibrary) throws IOException {
    if (clockLibrary != null) {
      skewed.put("node-" + (nodeCount - 1), ahead(clockLibrary, 3 * 3600));
      skewed.put("coordinator-" + (coordinatorCount - 1), ahead(clockLibrary, -6000));
    }
    for (int n = 0; n < nodeCount; n++) {
      startNode("node-" + n);
    }
    nodes.values().forEach(GridProcess::awaitReady);
    observer =
        GridNode.start(
            new GridNodeOptions(
                "observer",
                GridNodeOptions.Role.COORDINATOR,
                "127.0.0.1",
                PORT + 200,
                List.of(join()),
                1,
                Files.createTempDirectory("gridclear-chaos-")));
    access = IgniteGrid.access(observer);
    runs = new ActorStudyRuns(access, RunLimits.OF_COMMANDS, Clock.systemUTC());
    for (int c = 0; c < coordinatorCount; c++) {
      startCoordinator("coordinator-" + c);
    }
    coordinators.values().forEach(GridProcess::awaitReady);
  }

  private static List<String> ahead(Path library, int seconds) {
    return List.of("env", "LD_PRELOAD=" + library, "CLOCK_AHEAD_SECONDS=" + seconds);
  }

  /** Where the nodes are. */
  static String join() {
    return "127.0.0.1:%d..%d".formatted(PORT, PORT + 19);
  }

  GridProcess startNode(String name) throws IOException {
    GridProcess node = GridProcess.node(skewed.getOrDefault(name, List.of()), name, PORT);
    nodes.put(name, node);
    return node;
  }

  GridProcess startCoordinator(String name) throws IOException {
    int port = PORT + 300 + PORTS_PER_MEMBER * (serial++ % 20);
    GridProcess server =
        GridProcess.start(
            skewed.getOrDefault(name, List.of()),
            List.of(
                "serve", "--port", "0", "--join", join(), "--grid-port", Integer.toString(port)));
    coordinators.put(name, server);
    return server;
  }

  Map<String, GridProcess> nodes() {
    return nodes;
  }

  GridProcess node(String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  GridProcess coordinator(String name) {
    return Objects.requireNonNull(coordinators.get(name), name);
  }

  Map<String, GridProcess> coordinators() {
    return coordinators;
  }

  GridAccess access() {
    return access;
  }

  ActorStudyRuns runs() {
    return runs;
  }

  /** What the members said last. */
  void print(PrintWriter out) {
    Map<String, GridProcess> all = new LinkedHashMap<>(nodes);
    all.putAll(coordinators);
    all.forEach(
        (name, process) -> {
          List<String> lines = process.output().lines().toList();
          out.println("--- %s (%d)".formatted(name, process.pid()));
          lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(out::println);
        });
    out.flush();
  }

  void drain(String name) {
    new GridControl(observer).drain(name);
  }

  int nodesSeen() {
    return access.dispatcher().workers().size();
  }

  @Override
  public void close() {
    runs.close();
    observer.close();
    List<GridProcess> all = new ArrayList<>(nodes.values());
    all.addAll(coordinators.values());
    all.forEach(GridProcess::close);
  }
}
