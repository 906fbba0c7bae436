package org.gridclear.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.NodeProcess;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.scenario.StudyDefinition;
import org.gridclear.scenario.StudyReader;
import org.gridclear.work.Hashes;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What the grid costs per unit: a study of the smallest cases there are (one bus, one unit, one
 * period), through planner, actor, dispatch, node, caches and back. The time inside the kernels is
 * taken off.
 */
@Command(
    name = "overhead",
    description = "Cost of the grid per unit of work, and units per second.")
final class OverheadBench implements Callable<Integer> {
  private static final int PORT = 46_200;
  private static final int WARM_UP_UNITS = 300;

  @Spec private CommandSpec spec;

  @Option(
      names = "--units",
      defaultValue = "2000",
      description = "Units (default: ${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--processes",
      split = ",",
      defaultValue = "1,3",
      description = "Node processes to measure with (default: ${DEFAULT-VALUE}).")
  private List<Integer> processes;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Java %s, %d cores, %d units"
            .formatted(
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                units));
    for (int count : processes) {
      measure(count, out);
    }
    return 0;
  }

  private void measure(int count, PrintWriter out) throws IOException {
    List<NodeProcess> nodes = new ArrayList<>();
    Path folder = Files.createTempDirectory("gridclear-bench-");
    try {
      for (int n = 1; n <= count; n++) {
        nodes.add(NodeProcess.start("node-" + n, PORT));
      }
      nodes.forEach(NodeProcess::awaitReady);
      GridNodeOptions options =
          new GridNodeOptions(
              "coordinator",
              GridNodeOptions.Role.COORDINATOR,
              "127.0.0.1",
              PORT + 30,
              List.of("127.0.0.1:%d..%d".formatted(PORT, PORT + 19)),
              1,
              folder);
      try (GridNode node = GridNode.start(options)) {
        try (StudyRuns runs =
            new ActorStudyRuns(IgniteGrid.access(node), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
          run(runs, WARM_UP_UNITS, 1e6);
          report(count, run(runs, units, 0), out);
        }
      }
    } finally {
      nodes.forEach(NodeProcess::close);
    }
  }

  private static RunResult run(StudyRuns runs, int units, double offset) throws IOException {
    return runs.submit(study(units, offset)).result().join();
  }

  /** One bus, one unit, one period, and a different load in every case. */
  private static StudyDefinition study(int units, double offset) throws IOException {
    Path folder = Files.createTempDirectory("gridclear-bench-case-");
    Files.writeString(
        folder.resolve("case.json"),
        """
        {"horizon": {"periodCount": 1}, "network": {"buses": [{"id": "n", "type": "reference"}]},
         "thermalUnits": [{"id": "g", "bus": "n", "offers": [{"mw": [0, 1e9], "yuanPerH": [0, 1e9]}],
           "initial": {"on": true, "hours": 1, "powerMw": 0}}],
         "busLoads": [{"bus": "n", "mw": 100}]}
        """);
    StringBuilder values = new StringBuilder();
    for (int k = 0; k < units; k++) {
      values.append(k == 0 ? "" : ",").append(offset + k + 1);
    }
    String text =
        "study: overhead\nbase: {case: case.json}\nsweeps: [{name: u, over: {mw: [%s]}, changes: [{load: {addMw: $mw}}]}]"
            .formatted(values);
    return StudyReader.read(text, "overhead", folder);
  }

  private static void report(int count, RunResult result, PrintWriter out) {
    double kernels = 0;
    Hashes checksum = new Hashes();
    for (CaseResult cell : result.cases()) {
      kernels += cell.receipt().seconds();
      checksum.add(cell.receipt().summary().outcomeHash());
    }
    double seconds = result.status().seconds();
    int cases = result.cases().size();
    out.println(
        "%d process(es): %.2f s, %.0f units/s, %.3f ms wall per unit, of which kernels %.3f ms; checksum %s"
            .formatted(
                count,
                seconds,
                cases / seconds,
                1e3 * seconds / cases,
                1e3 * kernels / cases / count,
                checksum.hex().substring(0, 12)));
    out.flush();
  }
}
