package org.gridclear.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.pair.PairResult;
import org.gridclear.security.pair.PairScreening;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.Monitored;
import org.gridclear.solver.Deadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear bench pairs}: N-2 of all branches in DC, and whether it is complete. */
@Command(
    name = "pairs",
    description = {
      "CPU time of the N-2 screening of all pairs of branches in DC, by the kernel alone. Networks",
      "of few branches are compared with brute force: every pair left out, its equations factored",
      "and solved anew. Branches of a network without ratings get 1.3 times their flow and 5 MVA.",
      "Exit code 1 where the lists differ."
    })
final class PairBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "Network files or built-in networks.")
  private List<String> files;

  @Option(
      names = "--brute",
      defaultValue = "1000",
      paramLabel = "BRANCHES",
      description = "Compare networks of up to so many branches (default: ${DEFAULT-VALUE}).")
  private int bruteMax;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean good = true;
    for (String file : files) {
      Network network = rated(CaseFiles.load(file, Path.of(""), Set.of()).network());
      ScreeningOptions options = ScreeningOptions.DEFAULT;
      DcPowerFlow base = base(network);
      Monitored monitored = new Monitored(base.model(), options, null);
      int[] all = IntStream.range(0, network.branches().size()).toArray();
      double start = cpuSeconds();
      PairResult result =
          PairScreening.screen(base, monitored, all, options.worsenedShare(), Deadline.never());
      double cpu = cpuSeconds() - start;
      out.println(line(network, monitored, result, cpu));
      if (network.branches().size() <= bruteMax) {
        PairBrute brute = new PairBrute(base, monitored, options.worsenedShare());
        String differences = brute.differences(result);
        good &= differences.isEmpty();
        out.println(
            "  brute force: %d pairs, %d overloads%s"
                .formatted(
                    result.pairs(),
                    brute.overloads(),
                    differences.isEmpty() ? ", equal" : "; " + differences));
      }
      out.flush();
    }
    return good ? 0 : 1;
  }

  private static DcPowerFlow base(Network network) {
    return new DcPowerFlow(
        new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
        ScreeningOptions.DEFAULT.baseSharing());
  }

  private static Network rated(Network network) {
    if (network.branches().stream().anyMatch(branch -> branch.ratings().normalMva() > 0)) {
      return network;
    }
    DcPowerFlow base = base(network);
    List<Branch> branches = new ArrayList<>();
    for (int l = 0; l < network.branches().size(); l++) {
      double mva = 5 + 1.3 * network.baseMva() * Math.abs(base.flowPu(l));
      branches.add(network.branches().get(l).withRatings(new Branch.Ratings(mva, mva, mva)));
    }
    return network.withBranches(branches);
  }

  private static String line(
      Network network, Monitored monitored, PairResult result, double cpuSeconds) {
    double all = (double) result.screened() * monitored.rows();
    return String.format(
        Locale.ROOT,
        "%s: %d outages x %d branches, %d pairs: %d with one of %d that cut alone, %d cut together,"
            + " %d without a solution, %d screened; %d overloads (%d new); computed %.4f %% of"
            + " loadings; CPU %.2f s",
        network.name(),
        result.outages(),
        monitored.rows(),
        result.pairs(),
        result.bridgePairs(),
        result.bridges().size(),
        result.cutPairs().size(),
        result.unsolved().size(),
        result.screened(),
        result.overloads().size(),
        result.overloads().stream().filter(o -> o.isNew()).count(),
        all > 0 ? 100 * result.evaluated() / all : 0,
        cpuSeconds);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
