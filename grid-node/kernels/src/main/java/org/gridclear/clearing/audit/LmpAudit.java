package org.gridclear.clearing.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.audit.flow.LostShares;
import org.gridclear.clearing.audit.flow.Topologies;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.audit.DcFlow;

/** Checks the parts of LMPs: their sum, energy over an island, congestion from binding limits. */
final class LmpAudit {
  private static final double PRICE = 1e-4;
  private static final double ROOM_MW = 1e-3;
  private static final int BUSES_SAMPLED = 25;

  private final MarketDay day;
  private final ClearingResult result;
  private final Topologies topologies;
  private final NetworkIndex index;
  private final List<Finding> findings;
  private final LostShares lost;

  LmpAudit(
      MarketDay day,
      ClearingResult result,
      Topologies topologies,
      NetworkIndex index,
      List<Finding> findings) {
    this.day = day;
    this.result = result;
    this.topologies = topologies;
    this.index = index;
    this.findings = findings;
    this.lost = new LostShares(day, index, topologies);
  }

  /** Checks a period; with energy cleared before reserve its schedule is not that of the prices. */
  void run(int t, boolean together) {
    components(t);
    if (together) {
      shed(t);
    }
    energy(t);
    congestion(t, topologies.of(t));
  }

  private void energy(int t) {
    DcFlow dc = topologies.of(t);
    double[] ofIsland = new double[dc.islands().count()];
    for (int b = index.busCount() - 1; b >= 0; b--) {
      ofIsland[dc.islands().of(b)] = result.prices().energyYuanPerMwh()[b][t];
    }
    for (int b = 0; b < index.busCount(); b++) {
      double expected = ofIsland[dc.islands().of(b)];
      double found = result.prices().energyYuanPerMwh()[b][t];
      if (Math.abs(expected - found) > 1e-6 * Math.max(1, Math.abs(expected))) {
        findings.add(
            new Finding(
                "energy price",
                "bus " + index.network().buses().get(b).id(),
                t,
                "%s, elsewhere in its island %s".formatted(found, expected)));
      }
    }
  }

  private void components(int t) {
    for (int b = 0; b < index.busCount(); b++) {
      double sum =
          result.prices().energyYuanPerMwh()[b][t]
              + result.prices().congestionYuanPerMwh()[b][t]
              + result.prices().lossYuanPerMwh()[b][t];
      if (Math.abs(sum - result.prices().lmpYuanPerMwh()[b][t]) > 1e-6) {
        findings.add(
            new Finding(
                "LMP components",
                "bus " + index.network().buses().get(b).id(),
                t,
                "they add up to " + sum));
      }
    }
  }

  /**
   * Congestion of sampled buses must be the shadow prices times shift factors made here: against
   * the load where losses are modelled. Where nothing is lost they may be modelled or not.
   */
  private void congestion(int t, DcFlow dc) {
    List<FlowResult> binding =
        result.flows().stream().filter(f -> f.period() == t && f.binding()).toList();
    boolean lost = result.lossMw()[t] > 0;
    List<Finding> found =
        against(t, binding, lost ? topologies.shares(t, dc) : new double[index.busCount()]);
    boolean otherwise =
        !lost && !found.isEmpty() && against(t, binding, topologies.shares(t, dc)).isEmpty();
    findings.addAll(otherwise ? List.of() : found);
    for (FlowResult flow : binding) {
      if (Math.abs(flow.flowMw()) < flow.limitMw() - Tolerance.MW * 2) {
        findings.add(new Finding("binding limit", flow.element(), t, "priced below its limit"));
      }
    }
  }

  private List<Finding> against(int t, List<FlowResult> binding, double[] share) {
    List<Finding> off = new ArrayList<>();
    int step = Math.max(1, index.busCount() / BUSES_SAMPLED);
    List<double[]> factors = binding.stream().map(flow -> factors(flow, t, share)).toList();
    for (int b = 0; b < index.busCount(); b += step) {
      double expected = 0;
      for (int i = 0; i < binding.size(); i++) {
        FlowResult flow = binding.get(i);
        double factor = factors.get(i)[b];
        expected -= flow.direction() * flow.shadowPriceYuanPerMwh() * factor;
      }
      double found = result.prices().congestionYuanPerMwh()[b][t];
      boolean capped = expected > found && shedAll(b, t);
      if (!capped && Math.abs(expected - found) > PRICE * Math.max(1, Math.abs(found))) {
        off.add(
            new Finding(
                "congestion price",
                "bus " + index.network().buses().get(b).id(),
                t,
                "%s, but the binding limits give %s".formatted(found, expected)));
      }
    }
    return off;
  }

  /** Whether the load of a bus is all shed, at the price of that: one more MWh is shed as well. */
  private boolean shedAll(int b, int t) {
    double penalty = day.penalties().balanceYuanPerMwh(t);
    double lmp = result.prices().lmpYuanPerMwh()[b][t];
    double shedMw = result.schedule().shedMw()[b][t];
    return shedMw > 0
        && shedMw >= topologies.loads(t)[b] - Tolerance.MW
        && Math.abs(lmp - penalty) <= PRICE * penalty;
  }

  /**
   * Load that is shed in part is priced at the penalty; where any is shed, the price is no lower.
   */
  private void shed(int t) {
    double penalty = day.penalties().balanceYuanPerMwh(t);
    double[] loadMw = topologies.loads(t);
    for (int b = 0; b < index.busCount(); b++) {
      double shedMw = result.schedule().shedMw()[b][t];
      double lmp = result.prices().lmpYuanPerMwh()[b][t];
      boolean part = shedMw < loadMw[b] - ROOM_MW;
      boolean dear = part && lmp > penalty + PRICE * penalty;
      if (shedMw > ROOM_MW && (dear || lmp < penalty - PRICE * penalty)) {
        findings.add(
            new Finding(
                "price of load not served",
                "bus " + index.network().buses().get(b).id(),
                t,
                "%s, the penalty is %s".formatted(lmp, penalty)));
      }
    }
  }

  /** Shift factors of a limit, of the grid with its outage, less those of the shares of load. */
  private double[] factors(FlowResult flow, int t, double[] share) {
    List<String> opened = opened(flow.outage());
    DcFlow dc = topologies.of(t);
    double[] made = topologies.factors(flow, opened);
    Optional<Contingency> lostPower = lost.of(flow.outage());
    double[] factors = lostPower.map(outage -> lost.left(made, outage, t)).orElse(made);
    double[] common = new double[dc.islands().count()];
    for (int b = 0; b < factors.length; b++) {
      common[dc.islands().of(b)] += factors[b] * share[b];
    }
    for (int b = 0; b < factors.length; b++) {
      factors[b] -= common[dc.islands().of(b)];
    }
    return factors;
  }

  private List<String> opened(String outage) {
    if (outage.isEmpty()) {
      return List.of();
    }
    return day.rules().contingencies().listed().stream()
        .filter(contingency -> contingency.id().equals(outage))
        .findFirst()
        .map(each -> lost.of(outage).isPresent() ? lost.opened(each) : each.branches())
        .orElse(List.of(outage));
  }
}
