package org.gridclear.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.gridclear.audit.OutageAudit;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.powerflow.NetworkStructure;
import org.gridclear.scenario.resolved.Outage;
import org.gridclear.scenario.resolved.ScreeningOptions;
import org.gridclear.scenario.resolved.ScreeningOptions.Method;
import org.gridclear.scenario.resolved.ScreeningOptions.Rows;
import org.gridclear.screening.Loading;
import org.gridclear.screening.OutageResult;
import org.gridclear.screening.OutageStatus;
import org.gridclear.screening.ScreeningBlock;
import org.gridclear.screening.ScreeningKernel;
import org.gridclear.screening.ScreeningModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Seeded branch outages against a power flow from scratch of the network that is left ({@link
 * OutageAudit}): every flow of every branch, what is cut off, and which have no solution.
 */
@Command(
    name = "audit",
    description = "Check screened outages against a full re-solve of the network that is left.")
final class AuditBench implements Callable<Integer> {
  private static final double RATING_MVA = 1e6;
  private static final double SOLVED_PU = 1e-6;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "Network files.")
  private List<Path> files;

  @Option(
      names = "--outages",
      defaultValue = "300",
      description = "Outages of each network (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean agreed = true;
    for (Path file : files) {
      Network network = rated(CaseFiles.load(file.toString(), Path.of(""), Set.of()).network());
      NetworkIndex index = new NetworkIndex(network);
      SplittableRandom random = new SplittableRandom(seed);
      List<Outage> outages = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        Branch branch = network.branches().get(random.nextInt(network.branches().size()));
        outages.add(Outage.of(Contingency.ofBranch(branch.id()), index));
      }
      agreed &= check(network, outages, Method.DC, 1e-9, out);
      agreed &= check(network, outages, Method.AC, 1e-4, out);
    }
    return agreed ? 0 : 1;
  }

  private static Network rated(Network network) {
    return network.withBranches(
        network.branches().stream()
            .map(b -> b.withRatings(new Branch.Ratings(RATING_MVA, RATING_MVA, RATING_MVA)))
            .toList());
  }

  private static boolean check(
      Network network, List<Outage> outages, Method method, double tolerancePu, PrintWriter out) {
    ScreeningOptions d = ScreeningOptions.DEFAULT.with(method);
    ScreeningOptions options =
        new ScreeningOptions(
            method,
            d.start(),
            false,
            d.baseSharing(),
            d.outageSharing(),
            d.rating(),
            d.tolerancePu(),
            d.heavyShare(),
            d.worsenedShare(),
            d.severityExponent(),
            Rows.ALL);
    OperatingPoint point = OperatingPoint.of(network);
    ScreeningModel model =
        new ScreeningModel(NetworkStructure.of(network), point, outages, options, null);
    ScreeningBlock block = ScreeningKernel.screen(model, 0, outages.size(), () -> false);
    OutageAudit audit = new OutageAudit(network, point, method == Method.AC);
    OutageAudit.Finding[] findings = new OutageAudit.Finding[outages.size()];
    int statuses = 0;
    int diverged = 0;
    for (OutageResult result : block.results()) {
      if (result.equivalentTo() >= 0 || result.status() == OutageStatus.SKIPPED) {
        continue;
      }
      Outage outage = outages.get(result.outage());
      OutageAudit.Finding finding = method == Method.AC ? audit.ac(outage) : audit.dc(outage);
      findings[result.outage()] = finding;
      boolean solved = result.status() != OutageStatus.DIVERGED;
      diverged += solved ? 0 : 1;
      boolean same =
          solved == finding.mismatchPu() < SOLVED_PU && result.lostBuses() == finding.lostBuses();
      statuses += same ? 0 : 1;
    }
    double worst = 0;
    int flows = 0;
    for (Loading loading : block.loadings()) {
      OutageAudit.Finding finding = findings[loading.outage()];
      if (loading.device() < network.branches().size() && finding.mismatchPu() < SOLVED_PU) {
        double there = Math.abs(finding.flow()[loading.device()]);
        worst = Math.max(worst, Math.abs(there - Math.abs(loading.after())));
        flows++;
      }
    }
    double worstPu = worst / network.baseMva();
    out.println(
        String.format(
            Locale.ROOT,
            "%-20s %s: %d flows of %d outages agree to %.2g pu (asked: %.0e); %d diverged; islands or solvability differ in %d",
            network.name(),
            method,
            flows,
            outages.size(),
            worstPu,
            tolerancePu,
            diverged,
            statuses));
    out.flush();
    return worstPu <= tolerancePu && statuses == 0;
  }
}
