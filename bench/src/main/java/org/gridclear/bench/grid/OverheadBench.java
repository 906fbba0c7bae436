package org.gridclear.bench.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.Machine;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.run.CaseResult;
import org.gridclear.run.Job;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the grid costs per unit of work: empty kernels through planner, actors, dispatch, node,
 * caches and back. Every outcome is stored with its backup before it is answered, as always.
 */
@Command(
    name = "overhead",
    description = {
      "Cost of the grid per unit: units per second with empty kernels, time of a single unit there",
      "and back (p50, p99), and with --flat the coordinator's memory over many units."
    })
public final class OverheadBench implements Callable<Integer> {
  private static final int WARM_UP_UNITS = 5_000;
  private static final int SINGLES = 400;

  /** Ports that the nodes of a bench have. */
  private static final int PROCESSES_MAX = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--units",
      defaultValue = "50000",
      description = "Units (default: ${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--processes",
      split = ",",
      defaultValue = "1,3",
      description = "Node processes to measure with (default: ${DEFAULT-VALUE}).")
  private List<Integer> processes;

  @Option(
      names = "--flat",
      paramLabel = "UNITS",
      defaultValue = "0",
      description = "Also run so many units in runs of 10000, and print the heap after each tenth.")
  private int flat;

  @Override
  public Integer call() throws IOException {
    requirePossible();
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.line());
    for (int count : processes) {
      try (BenchGrid grid = new BenchGrid(count, 1)) {
        grid.run(new Job.Probing("warm up", WARM_UP_UNITS, 0));
        throughput(grid, count, out);
        singles(grid, count, out);
        if (flat > 0) {
          flat(grid, out);
        }
      }
      out.flush();
    }
    return 0;
  }

  /** Before nodes are started, which takes a while. */
  private void requirePossible() {
    int most = RunLimits.OF_COMMANDS.unitsMax();
    if (units < 1 || units > most) {
      throw refused("--units = %d: a run has 1 to %d units.".formatted(units, most));
    }
    for (int count : processes) {
      if (count < 1 || count > PROCESSES_MAX) {
        throw refused("--processes = %d: give 1 to %d.".formatted(count, PROCESSES_MAX));
      }
    }
    if (flat < 0) {
      throw refused("--flat = %d: give 0 for none, or units.".formatted(flat));
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private void throughput(BenchGrid grid, int count, PrintWriter out) {
    double before = ProcessClock.threadsCpuSeconds();
    double nodeCpu = grid.nodeCpuSeconds();
    long bytes = grid.bytesMoved();
    RunResult result = grid.run(new Job.Probing("throughput", units, 0));
    double seconds = result.status().seconds();
    double coordinatorCpu = ProcessClock.threadsCpuSeconds() - before;
    out.println(
        "%d process(es): %.2f s, %.0f units/s, %.3f ms wall per unit; CPU per unit: coordinator %.3f ms, nodes %.3f ms; %.0f bytes per unit"
            .formatted(
                count,
                seconds,
                units / seconds,
                1e3 * seconds / units,
                1e3 * coordinatorCpu / units,
                1e3 * (grid.nodeCpuSeconds() - nodeCpu) / units,
                (grid.bytesMoved() - bytes) / (double) units));
  }

  /** One unit at a time for each node: the time there and back without a queue. */
  private void singles(BenchGrid grid, int count, PrintWriter out) {
    List<Double> millis = new ArrayList<>();
    for (int run = 0; run < SINGLES; run++) {
      for (CaseResult cell : grid.run(new Job.Probing("single " + run, count, 0)).cases()) {
        double there = cell.answeredAtSeconds() - cell.sentAtSeconds();
        millis.add(1e3 * (there - cell.receipt().seconds()));
      }
    }
    Collections.sort(millis);
    out.println(
        "%d process(es): one unit at a time, there and back: p50 %.2f ms, p99 %.2f ms, most %.2f ms"
            .formatted(
                count,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1)));
  }

  private void flat(BenchGrid grid, PrintWriter out) {
    int runs = flat / 10_000;
    for (int run = 0; run < runs; run++) {
      grid.run(new Job.Probing("flat " + run, 10_000, 0));
      if ((run + 1) % Math.max(1, runs / 10) == 0) {
        System.gc();
        Runtime heap = Runtime.getRuntime();
        out.println(
            "  after %d units: %.1f MB of heap in the coordinator"
                .formatted(
                    (run + 1) * 10_000, (heap.totalMemory() - heap.freeMemory()) / 1048576.0));
        out.flush();
      }
    }
  }
}
