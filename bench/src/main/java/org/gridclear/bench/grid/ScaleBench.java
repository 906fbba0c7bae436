package org.gridclear.bench.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.Machine;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.run.CaseResult;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.work.BlockSummary;
import org.gridclear.work.CaseSummary;
import org.gridclear.work.ChargeSummary;
import org.gridclear.work.Hashes;
import org.gridclear.work.UnitSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Strong and weak scaling of the kinds of job over node processes, and beside each run what the
 * simulation predicts for it from the service times of that run.
 */
@Command(
    name = "scale",
    description = {
      "Strong and weak scaling over 1..n node processes, with what the simulation",
      "predicts. Node processes beyond the cores of the machine share them: there wall times"
          + " cannot",
      "fall further, and service times grow; the simulation takes those of the same run."
    })
public final class ScaleBench implements Callable<Integer> {
  private static final int WAY_RUNS = 6;

  /** Units of the kinds whose units are short, for one of those whose are long. */
  private static final int SHORT_UNITS_FACTOR = 4;

  private static final long ALONE_STEPS = 14_000_000L;

  /** Empty units in a message. */
  private static final double BATCH = 32;

  @Spec private CommandSpec spec;

  @Option(names = "--nodes", split = ",", defaultValue = "1,2,3,4", description = "Node processes.")
  private List<Integer> nodes;

  @Option(
      names = "--slots",
      defaultValue = "1",
      description = "Units that a process does at a time (default: ${DEFAULT-VALUE}).")
  private int slots;

  @Option(
      names = "--kinds",
      split = ",",
      defaultValue = "clearing,screening,charging,probing",
      description = "Kinds of job.")
  private List<ScaleJobs.Kind> kinds;

  @Option(
      names = "--units",
      defaultValue = "48",
      description = "Units of strong scaling; weak scaling has a third per node.")
  private int units;

  @Option(
      names = "--warm-up",
      defaultValue = "8",
      description = "Units per node before anything is measured (default: ${DEFAULT-VALUE}).")
  private int warmUpUnits;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--network",
      paramLabel = "FILE",
      defaultValue = ScaleJobs.NETWORK,
      description = "Network of the screening (default: ${DEFAULT-VALUE}).")
  private String network;

  @Option(
      names = "--case",
      paramLabel = "FILE",
      defaultValue = ScaleJobs.CASE,
      description = "Case of the clearing study (default: ${DEFAULT-VALUE}).")
  private String base;

  @Option(
      names = "--gap",
      defaultValue = "" + ScaleJobs.GAP,
      description = "Relative gap of its cases (default: ${DEFAULT-VALUE}).")
  private double gap;

  /** Seconds of a core per unit in the first row of a kind and scaling. */
  private final Map<String, Double> firstSeconds = new HashMap<>();

  /**
   * Costs of the grid, seconds.
   *
   * @param message of the coordinator, per message
   * @param unit of the coordinator, per unit in a message
   * @param way there and back, and storing the outcome, which the slot does not wait for
   */
  private record Costs(double message, double unit, double way) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.line() + ", seed " + seed);
    out.println(
        "kind       scaling nodes units   wall s    CPU s kernel CPU speed-up  eff. busy  overhead"
            + " ms  MB moved  simulated s  error  hash");
    for (int count : nodes) {
      try (BenchGrid grid = new BenchGrid(count, slots)) {
        Costs costs = costs(grid, count);
        out.println(
            "%d node(s): coordinator %.0f us per message and %.0f us per unit"
                .formatted(count, 1e6 * costs.message(), 1e6 * costs.unit()));
        for (ScaleJobs.Kind kind : kinds) {
          warmUp(grid, kind, count);
          Costs own = withWay(costs, grid, kind, count);
          int wanted = kind == ScaleJobs.Kind.CLEARING ? units : SHORT_UNITS_FACTOR * units;
          row(grid, kind, "strong", count, wanted, own, out);
          row(grid, kind, "weak", count, wanted / 3 * count, own, out);
        }
      }
    }
    return 0;
  }

  private ScaleJobs.Inputs inputs() {
    return new ScaleJobs.Inputs(base, gap, network);
  }

  /** Short units go together, longer ones alone: two runs give the cost of a message and a unit. */
  private Costs costs(BenchGrid grid, int count) throws IOException {
    grid.run(new Job.Probing("warm up", 20_000, 0));
    double together = coordinatorSeconds(grid, new Job.Probing("together", 20_000, 0));
    double alone = coordinatorSeconds(grid, new Job.Probing("alone", 300 * count, ALONE_STEPS));
    double message = Math.max(0, (alone - together) * BATCH / (BATCH - 1));
    return new Costs(message, Math.max(0, together - message / BATCH), 0);
  }

  private static double coordinatorSeconds(BenchGrid grid, Job.Probing job) {
    double before = ProcessClock.threadsCpuSeconds();
    grid.run(job);
    return Math.max(0, ProcessClock.threadsCpuSeconds() - before) / job.count();
  }

  /** Time there and back for a kind, without the kernel, when no unit waits for another. */
  private double wayOf(BenchGrid grid, ScaleJobs.Kind kind, int count, long seed)
      throws IOException {
    List<Double> ways = new ArrayList<>();
    for (int run = 0; run < WAY_RUNS; run++) {
      Job job = ScaleJobs.of(kind, count, seed + 2000 + run, inputs(), grid.runs().store());
      for (CaseResult cell : grid.run(job).cases()) {
        if (cell.attempts() > 0) {
          double there = cell.answeredAtSeconds() - cell.sentAtSeconds();
          ways.add(there - cell.receipt().seconds());
        }
      }
    }
    Collections.sort(ways);
    return ways.get(ways.size() / 2);
  }

  /** With the way of a unit of this kind, beyond what the coordinator does. */
  private Costs withWay(Costs costs, BenchGrid grid, ScaleJobs.Kind kind, int count)
      throws IOException {
    double way = wayOf(grid, kind, count, seed) - costs.message() - costs.unit();
    return new Costs(costs.message(), costs.unit(), Math.max(0, way));
  }

  private void warmUp(BenchGrid grid, ScaleJobs.Kind kind, int count) throws IOException {
    grid.run(
        ScaleJobs.of(
            kind, warmUpUnits * count * slots, seed + 1000, inputs(), grid.runs().store()));
  }

  private void row(
      BenchGrid grid,
      ScaleJobs.Kind kind,
      String scaling,
      int count,
      int wanted,
      Costs costs,
      PrintWriter out)
      throws IOException {
    // Other seeds for strong and weak runs, so that none finds outcomes of the other.
    long own = seed + (scaling.equals("weak") ? 500 : 0);
    Job job = ScaleJobs.of(kind, wanted, own, inputs(), grid.runs().store());
    long bytes = grid.bytesMoved();
    double nodeCpu = grid.nodeCpuSeconds();
    ProcessClock clock = new ProcessClock();
    RunResult result = grid.run(job);
    double cpu = clock.stop().cpu() + grid.nodeCpuSeconds() - nodeCpu;
    List<CaseResult> cells = result.cases().stream().filter(c -> c.attempts() > 0).toList();
    double wall = span(cells);
    double[] service = cells.stream().mapToDouble(c -> c.receipt().seconds()).toArray();
    double kernel = cells.stream().mapToDouble(c -> c.receipt().cpuSeconds()).sum();
    double predicted = predicted(count, service, costs);
    int cores = Math.min(count * slots, Runtime.getRuntime().availableProcessors());
    double first = firstSeconds.computeIfAbsent(kind + scaling, key -> wall * cores / wanted);
    double speedUp = first * wanted / wall;
    double waiting = wall * count * slots - Arrays.stream(service).sum();
    out.println(
        String.format(
            Locale.ROOT,
            "%-10s %-7s %5d %5d %8.2f %8.2f %10.2f %8.2f %5.0f%% %3.0f%% %12.2f %9.1f %12.2f"
                + " %5.1f%%  %s",
            kind.name().toLowerCase(Locale.ROOT),
            scaling,
            count,
            cells.size(),
            wall,
            cpu,
            kernel,
            speedUp,
            100 * speedUp / cores,
            100 * kernel / (wall * cores),
            1e3 * waiting / cells.size(),
            (grid.bytesMoved() - bytes) / 1e6,
            predicted,
            100 * (predicted / wall - 1),
            hash(result)));
    out.flush();
  }

  /** From the first unit sent to the last one answered. */
  private static double span(List<CaseResult> cells) {
    double first = cells.stream().mapToDouble(CaseResult::sentAtSeconds).min().orElse(0);
    double last = cells.stream().mapToDouble(CaseResult::answeredAtSeconds).max().orElse(0);
    return last - first;
  }

  private double predicted(int count, double[] service, Costs costs) {
    return new SimulatedGrid(
            new SimulatedGrid.Setting(
                count,
                slots,
                service.length,
                costs.message(),
                costs.unit(),
                costs.way() / 2,
                costs.way() / 2,
                service,
                0,
                0,
                seed))
        .run()
        .seconds();
  }

  /** One hash of all outcomes. */
  static String hash(RunResult result) {
    Hashes hashes = new Hashes();
    for (CaseResult cell : result.cases()) {
      UnitSummary summary = cell.receipt().summary();
      if (summary instanceof CaseSummary cleared) {
        hashes.add(cleared.outcomeHash());
      } else if (summary instanceof BlockSummary screened) {
        hashes.add(screened.outcomeHash());
      } else if (summary instanceof ChargeSummary charged) {
        hashes.add(charged.outcomeHash());
      } else {
        hashes.add(summary.toString());
      }
    }
    return hashes.hex().substring(0, 12);
  }
}
