package org.gridclear.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.powerflow.AcPowerFlow;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Power flow and N-1 of all branches by the kernels alone, in this process: one AC power flow from
 * arrays, cold (structure and factors included) and warm, DC N-1, AC N-1, with and without reactive
 * limits. The best of several rounds, after the compiler has settled.
 */
@Command(
    name = "screen",
    description = "Time of AC power flow, DC N-1 and AC N-1 of all branches, by the kernels alone.")
final class ScreenBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "Network files.")
  private List<Path> files;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds; the best counts (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Threads of the screens (default: ${DEFAULT-VALUE}).")
  private int threads;

  /** Times in seconds and what came of it. */
  private record Measured(double wall, double cpu, int[] counts, double megabytes) {}

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Java %s, %d threads, best of %d rounds"
            .formatted(System.getProperty("java.version"), threads, rounds));
    for (Path file : files) {
      Network network = CaseFiles.load(file.toString(), Path.of(""), Set.of()).network();
      powerFlow(network, out);
      screen(network, ScreeningOptions.DEFAULT, "DC N-1", out);
      ScreeningOptions ac = ScreeningOptions.DEFAULT.with(Method.AC);
      screen(network, ac, "AC N-1", out);
      screen(network, ac.withReactiveLimits(), "AC N-1, Q limits", out);
    }
    return 0;
  }

  private void powerFlow(Network network, PrintWriter out) {
    double cold = Double.POSITIVE_INFINITY;
    double warm = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 10 * rounds; round++) {
      long start = System.nanoTime();
      PowerFlowModel model =
          new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network));
      long built = System.nanoTime();
      AcPowerFlow.solve(model, PowerFlowOptions.DEFAULT);
      long end = System.nanoTime();
      cold = Math.min(cold, (end - start) / 1e6);
      warm = Math.min(warm, (end - built) / 1e6);
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%-20s AC power flow      cold %6.1f ms, warm %6.1f ms (1e-8 pu)",
            network.name(),
            cold,
            warm));
    out.flush();
  }

  private void screen(Network network, ScreeningOptions options, String what, PrintWriter out)
      throws InterruptedException, ExecutionException {
    NetworkStructure structure = NetworkStructure.of(network);
    List<Outage> outages =
        network.branches().stream()
            .filter(branch -> branch.inService())
            .map(branch -> Outage.of(Contingency.ofBranch(branch.id()), structure.index()))
            .toList();
    ScreeningModel model =
        new ScreeningModel(structure, OperatingPoint.of(network), outages, options, null);
    List<Measured> each = new ArrayList<>();
    int times = options.method() == Method.DC ? 6 * rounds : Math.max(2, rounds / 2);
    for (int round = 0; round < times; round++) {
      each.add(measure(model, outages.size()));
    }
    Measured best = Collections.min(each, Comparator.comparingDouble(Measured::wall));
    int[] n = best.counts();
    out.println(
        String.format(
            Locale.ROOT,
            "%-20s %-18s wall %8.3f s, CPU %8.3f s, %6.3f ms an outage; %d outages x %d branches:"
                + " secure %d, violated %d, islanded %d, unbalanced %d, diverged %d, skipped %d;"
                + " heap %.0f MB",
            network.name(),
            what,
            best.wall(),
            best.cpu(),
            1e3 * best.cpu() / outages.size(),
            outages.size(),
            model.monitoredCount(),
            n[0],
            n[1],
            n[2],
            n[3],
            n[4],
            n[5],
            best.megabytes()));
    out.flush();
  }

  private Measured measure(ScreeningModel model, int outages)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long cpu = cpuNanos();
    long start = System.nanoTime();
    List<Future<ScreeningBlock>> blocks = new ArrayList<>();
    int range = (outages + 8 * threads - 1) / (8 * threads);
    for (int from = 0; from < outages; from += range) {
      int first = from;
      int last = Math.min(outages, from + range);
      blocks.add(pool.submit(() -> ScreeningKernel.screen(model, first, last, () -> false)));
    }
    int[] counts = new int[OutageStatus.values().length];
    for (Future<ScreeningBlock> block : blocks) {
      for (OutageResult result : block.get().results()) {
        counts[result.status().ordinal()]++;
      }
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    pool.shutdown();
    Runtime runtime = Runtime.getRuntime();
    double used = (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    return new Measured(wall, cpuSeconds, counts, used);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
