package org.gridclear.clearing.audit.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Flowgate;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.audit.DcFlow;

/** The grids of a day: of each period, with or without branches that an outage opens. */
public final class Topologies {
  private final MarketDay day;
  private final NetworkIndex index;
  private final Map<String, DcFlow> flowsOfTopology = new HashMap<>();

  /** The grids of a day. */
  public Topologies(MarketDay day, NetworkIndex index) {
    this.day = day;
    this.index = index;
  }

  private boolean[] inService(int t) {
    boolean[] inService = new boolean[index.branchCount()];
    for (int l = 0; l < inService.length; l++) {
      inService[l] = day.network().branches().get(l).inService();
    }
    for (BranchOutage outage : day.branchOutages()) {
      if (t >= outage.from() && t < outage.to()) {
        inService[index.branch(outage.branch())] = false;
      }
    }
    return inService;
  }

  /** The grid of a period. */
  public DcFlow of(int t) {
    return of(t, List.of());
  }

  /** The grid of a period with branches opened besides. */
  public DcFlow of(int t, List<String> opened) {
    boolean[] inService = inService(t);
    opened.forEach(branch -> inService[index.branch(branch)] = false);
    return flowsOfTopology.computeIfAbsent(
        Arrays.toString(inService), key -> new DcFlow(index, inService));
  }

  /**
   * Shift factors of a limited flow, of a branch or a flowgate, by bus.
   *
   * @param opened branches that its outage opens
   */
  public double[] factors(FlowResult flow, List<String> opened) {
    DcFlow dc = of(flow.period(), opened);
    double[] factors = new double[index.busCount()];
    for (Flowgate.Term term : terms(flow)) {
      double[] ofBranch = dc.shiftFactors(index.branch(term.branch()));
      for (int b = 0; b < factors.length; b++) {
        factors[b] += term.weight() * ofBranch[b];
      }
    }
    return factors;
  }

  /** What branches carry together, each by its weight. */
  public double flowMw(List<Flowgate.Term> terms, double[] flows) {
    double mw = 0;
    for (Flowgate.Term term : terms) {
      mw += term.weight() * flows[index.branch(term.branch())];
    }
    return mw;
  }

  /** The branches of a limited flow, each with its weight. */
  public List<Flowgate.Term> terms(FlowResult flow) {
    if (!flow.ofFlowgate()) {
      return List.of(new Flowgate.Term(flow.element(), 1));
    }
    return day.network().flowgates().stream()
        .filter(gate -> gate.id().equals(flow.element()))
        .findFirst()
        .orElseThrow()
        .terms();
  }

  /** Those of the branches that are in service in a period: one that is out is no outage. */
  public List<String> inService(int t, List<String> branches) {
    boolean[] inService = inService(t);
    List<String> left = new ArrayList<>(branches);
    left.removeIf(branch -> !inService[index.branch(branch)]);
    return left;
  }

  /** Load of each bus that is not negative. */
  public double[] loads(int t) {
    double[] load = new double[index.busCount()];
    for (BusLoad each : day.busLoads()) {
      load[index.bus(each.bus())] += each.mw().at(t);
    }
    Arrays.setAll(load, b -> Math.max(0, load[b]));
    return load;
  }

  /** Share of each bus in the load of its island; equal ones where there is none. */
  public double[] shares(int t, DcFlow dc) {
    double[] load = loads(t);
    double[] sum = new double[dc.islands().count()];
    int[] count = new int[sum.length];
    for (int b = 0; b < load.length; b++) {
      sum[dc.islands().of(b)] += load[b];
      count[dc.islands().of(b)]++;
    }
    for (int b = 0; b < load.length; b++) {
      int island = dc.islands().of(b);
      load[b] = sum[island] > 0 ? load[b] / sum[island] : 1.0 / count[island];
    }
    return load;
  }
}
