package org.gridclear.bench.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How far a grid of virtual nodes scales, with the dispatch code that real coordinators run. */
@Command(
    name = "simulate",
    description = {
      "Efficiency of large grids: the real dispatch code on virtual nodes and a virtual clock.",
      "Give the coordinator's cost per unit and the way there and back as 'bench overhead'"
          + " measured",
      "them here."
    })
public final class SimulateBench implements Callable<Integer> {
  private static final double TARGET = 0.9;

  @Spec private CommandSpec spec;

  @Option(
      names = "--nodes",
      split = ",",
      defaultValue = "10,100,1000",
      description = "Nodes of one slot (default: ${DEFAULT-VALUE}).")
  private List<Integer> nodes;

  @Option(
      names = "--units",
      defaultValue = "1000000",
      description = "Units (default: ${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--seconds",
      split = ",",
      defaultValue = "0.01,0.03,0.1,0.3,1,3,10",
      description = "Mean time of a unit (default: ${DEFAULT-VALUE}).")
  private List<Double> seconds;

  @Option(
      names = "--message-micros",
      defaultValue = "250",
      description = "Coordinator's time per message and its answer (default: ${DEFAULT-VALUE}).")
  private double messageMicros;

  @Option(
      names = "--unit-micros",
      defaultValue = "50",
      description = "Coordinator's time per unit in a message (default: ${DEFAULT-VALUE}).")
  private double unitMicros;

  @Option(
      names = "--way-millis",
      defaultValue = "2",
      description = "Time there and back (default: ${DEFAULT-VALUE}).")
  private double wayMillis;

  @Option(
      names = "--shape",
      paramLabel = "FILE",
      description =
          "Measured times of units, one number a line; only their shape counts. Default: half to"
              + " one and a half times the mean.")
  private Path shape;

  @Option(
      names = "--stragglers",
      defaultValue = "0.001",
      description = "Share of units that take ten times as long (default: ${DEFAULT-VALUE}).")
  private double stragglers;

  @Option(
      names = "--lost-share",
      defaultValue = "0.01",
      description = "Share of nodes that are lost during the run (default: ${DEFAULT-VALUE}).")
  private double lostShare;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    double[] measured = shape();
    out.println(
        "%d units, coordinator %.0f us per message and %.0f us per unit, way %.1f ms, stragglers %.2f%%, lost nodes %.1f%%, seed %d"
            .formatted(
                units,
                messageMicros,
                unitMicros,
                wayMillis,
                100 * stragglers,
                100 * lostShare,
                seed));
    out.println(
        "  nodes   unit s  virtual s   units/s  efficiency  coordinator busy  retries  book"
            + " us/unit");
    for (int count : nodes) {
      double smallest = Double.NaN;
      for (double mean : seconds) {
        SimulatedGrid.Outcome outcome = run(count, mean, measured);
        if (outcome.efficiency() >= TARGET && !(smallest <= mean)) {
          smallest = mean;
        }
        out.println(
            String.format(
                Locale.ROOT,
                "%7d %8.3f %10.1f %9.0f %10.1f%% %16.1f%% %8d %13.2f",
                count,
                mean,
                outcome.seconds(),
                units / outcome.seconds(),
                100 * outcome.efficiency(),
                100 * outcome.coordinatorBusy(),
                outcome.retries(),
                outcome.bookNanos() / 1e3));
        out.flush();
      }
      out.println(
          Double.isNaN(smallest)
              ? "%7d nodes: no unit size reaches 90%%".formatted(count)
              : String.format(
                  Locale.ROOT, "%7d nodes: units of %.3f s reach 90%%", count, smallest));
    }
    return 0;
  }

  private double[] shape() throws IOException {
    if (shape == null) {
      double[] even = new double[1001];
      Arrays.setAll(even, k -> 0.5 + k / 1000.0);
      return even;
    }
    double[] values =
        Files.readAllLines(shape).stream()
            .filter(line -> !line.isBlank())
            .mapToDouble(Double::parseDouble)
            .toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(value -> value / mean).toArray();
  }

  private SimulatedGrid.Outcome run(int count, double mean, double[] measured) {
    double[] service = Arrays.stream(measured).map(value -> value * mean).toArray();
    double way = wayMillis * 1e-3 / 2;
    return new SimulatedGrid(
            new SimulatedGrid.Setting(
                count,
                1,
                units,
                messageMicros * 1e-6,
                unitMicros * 1e-6,
                way,
                way,
                service,
                stragglers,
                (int) Math.round(lostShare * count),
                seed))
        .run();
  }
}
