package org.gridclear.security.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;

/**
 * Screened outages against {@link OutageAudit}: who lives, what is lost and missing, statuses, and
 * the flow of every branch.
 *
 * @param outages outages compared, equivalent ones once
 * @param flows flows compared
 * @param diverged outages without a solution
 * @param unbalanced outages with power missing
 * @param islanded outages that cut buses off
 * @param worstPu greatest difference of a flow in p.u.
 * @param limitExcessPu greatest excess over a reactive limit, or of a voltage on the wrong side
 * @param differences outages that differ in who lives, status, or what is lost or missing
 */
public record ScreeningAudit(
    int outages,
    int flows,
    int diverged,
    int unbalanced,
    int islanded,
    double worstPu,
    double limitExcessPu,
    List<String> differences) {
  private static final double RATING_MVA = 1e6;
  private static final double SOLVED_PU = 1e-6;
  private static final double SAME_MW = 1e-3;

  /** Screens and audits; ratings and voltage bands do not matter. */
  public static ScreeningAudit of(
      Network network, OperatingPoint point, List<Outage> outages, ScreeningOptions options) {
    return new Run(watched(network), point, outages, listing(options)).report();
  }

  /** The network with every branch rated and every voltage banded, so that all are listed. */
  private static Network watched(Network network) {
    List<Branch> rated =
        network.branches().stream()
            .map(b -> b.withRatings(new Branch.Ratings(RATING_MVA, RATING_MVA, RATING_MVA)))
            .toList();
    List<Bus> banded = network.buses().stream().map(ScreeningAudit::banded).toList();
    return new Network(
        network.name(),
        network.baseMva(),
        banded,
        rated,
        network.generators(),
        network.loads(),
        network.shunts(),
        network.hvdcLines(),
        network.flowgates());
  }

  private static Bus banded(Bus b) {
    return new Bus(
        b.id(), b.name(), b.type(), b.baseKv(), b.zone(), b.vSetPu(), b.angleDeg(), 0.01, 9);
  }

  private static ScreeningOptions listing(ScreeningOptions o) {
    return new ScreeningOptions(
        o.method(),
        o.start(),
        o.reactiveLimits(),
        o.baseSharing(),
        o.outageSharing(),
        o.rating(),
        o.tolerancePu(),
        o.heavyShare(),
        o.worsenedShare(),
        o.severityExponent(),
        Rows.ALL);
  }

  private static final class Run {
    private final Network network;
    private final List<Outage> outages;
    private final ScreeningOptions options;
    private final ScreeningBlock block;
    private final OutageAudit audit;
    private final double[][] flow;
    private final double[][] voltage;
    private final List<String> differences = new ArrayList<>();
    private int compared;
    private int flows;
    private int diverged;
    private int unbalanced;
    private int islanded;
    private double worst;
    private double limitExcess;

    Run(Network network, OperatingPoint point, List<Outage> outages, ScreeningOptions options) {
      this.network = network;
      this.outages = outages;
      this.options = options;
      NetworkStructure structure = NetworkStructure.of(network);
      ScreeningModel model = new ScreeningModel(structure, point, outages, options, null);
      this.block = ScreeningKernel.screen(model, 0, outages.size(), () -> false);
      double[] base =
          options.method() == Method.AC
              ? PowerFlowResult.ac(new PowerFlowModel(structure, point), options.base()).voltagePu()
              : new double[0];
      this.audit = new OutageAudit(network, point, options, base);
      this.flow = new double[outages.size()][];
      this.voltage = new double[outages.size()][];
    }

    ScreeningAudit report() {
      int branches = network.branches().size();
      for (OutageResult result : block.results()) {
        flow[result.outage()] = new double[branches];
        Arrays.fill(flow[result.outage()], Double.NaN);
        voltage[result.outage()] = new double[network.buses().size()];
      }
      int firstBus = branches + network.flowgates().size();
      for (Loading loading : block.loadings()) {
        if (loading.device() < branches) {
          flow[loading.outage()][loading.device()] = loading.after();
        } else if (loading.device() >= firstBus) {
          voltage[loading.outage()][loading.device() - firstBus] = loading.after();
        }
      }
      for (OutageResult result : block.results()) {
        if (result.equivalentTo() < 0 && !result.text().equals(ScreeningKernel.NOTHING_TO_OPEN)) {
          compare(result);
        }
      }
      return new ScreeningAudit(
          compared,
          flows,
          diverged,
          unbalanced,
          islanded,
          worst,
          limitExcess,
          List.copyOf(differences));
    }

    private void compare(OutageResult result) {
      Outage outage = outages.get(result.outage());
      OutageAudit.Finding finding = audit.after(outage, voltage[result.outage()]);
      compared++;
      boolean solved = result.status() != OutageStatus.DIVERGED;
      diverged += solved ? 0 : 1;
      unbalanced += result.unbalances() ? 1 : 0;
      islanded += result.islands() ? 1 : 0;
      OutageStatus expected =
          !solved
              ? OutageStatus.DIVERGED
              : finding.missingMw() != 0
                  ? OutageStatus.UNBALANCED
                  : finding.lostBuses() > 0 ? OutageStatus.ISLANDED : null;
      boolean same =
          (expected == null
                  ? result.status() == OutageStatus.SECURE
                      || result.status() == OutageStatus.VIOLATED
                  : result.status() == expected)
              && result.lostBuses() == finding.lostBuses()
              && Math.abs(result.lostLoadMw() - finding.lostLoadMw()) < SAME_MW
              && Math.abs(result.lostGenerationMw() - finding.lostGenerationMw()) < SAME_MW
              && Math.abs(result.missingMw() - finding.missingMw()) < SAME_MW;
      boolean solvedThere = finding.mismatchPu() < SOLVED_PU;
      same &= solved == solvedThere || (!solved && options.reactiveLimits());
      if (!same) {
        differences.add(
            "%s: %s, audit: %d buses, %.6f MW of load, %.6f MW of generation lost, %.6f MW missing, mismatch %.2g"
                .formatted(
                    outage.id(),
                    result,
                    finding.lostBuses(),
                    finding.lostLoadMw(),
                    finding.lostGenerationMw(),
                    finding.missingMw(),
                    finding.mismatchPu()));
      } else if (solved) {
        flows(result.outage(), finding);
      }
    }

    private void flows(int outage, OutageAudit.Finding finding) {
      limitExcess = Math.max(limitExcess, finding.limitExcessPu());
      for (int l = 0; l < flow[outage].length; l++) {
        double here = Double.isNaN(flow[outage][l]) ? 0 : Math.abs(flow[outage][l]);
        double difference = Math.abs(here - Math.abs(finding.flow()[l])) / network.baseMva();
        worst = Double.isNaN(difference) ? Double.NaN : Math.max(worst, difference);
        flows++;
      }
    }
  }
}
