package org.gridclear.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.FlowResult;
import org.gridclear.clearing.Relaxation;
import org.gridclear.clearing.constraint.Schedule;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.Shunt;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ConstraintFamily;

/** Checks balance, flows against limits, and that prices differ for binding limits only. */
final class GridAudit {
  private static final double PRICE = 1e-4;
  private static final int BUSES_SAMPLED = 25;

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final List<Finding> findings;
  private final NetworkIndex index;
  private final Map<String, DcFlow> flowsOfTopology = new HashMap<>();

  GridAudit(ClearingCase clearingCase, ClearingResult result, List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.findings = findings;
    this.index = new NetworkIndex(day.network());
  }

  void run() {
    for (int t = 0; t < day.periodCount(); t++) {
      DcFlow dc = topology(t);
      double[] injection = injections(t);
      double surplus = relaxedMw("generation not absorbed", t);
      balance(t, dc, injection, surplus);
      if (surplus == 0) {
        limits(t, dc.flows(injection));
      }
      components(t);
      congestion(t, dc);
    }
  }

  private DcFlow topology(int t) {
    boolean[] inService = new boolean[index.branchCount()];
    for (int l = 0; l < inService.length; l++) {
      inService[l] = day.network().branches().get(l).inService();
    }
    for (BranchOutage outage : day.branchOutages()) {
      if (t >= outage.from() && t < outage.to()) {
        inService[index.branch(outage.branch())] = false;
      }
    }
    return flowsOfTopology.computeIfAbsent(
        Arrays.toString(inService), key -> new DcFlow(index, inService));
  }

  private double[] injections(int t) {
    double[] mw = new double[index.busCount()];
    Schedule schedule = result.schedule();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      mw[index.bus(day.thermalUnits().get(g).bus())] += schedule.outputMw()[g][t];
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      mw[index.bus(day.profiledUnits().get(i).bus())] += schedule.profiledMw()[i][t];
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      mw[index.bus(day.storageUnits().get(i).bus())] +=
          schedule.dischargeMw()[i][t] - schedule.chargeMw()[i][t];
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      mw[index.bus(day.flexibleLoads().get(i).bus())] -= schedule.flexibleMw()[i][t];
    }
    for (BusLoad load : day.busLoads()) {
      mw[index.bus(load.bus())] -= load.mw().at(t);
    }
    for (Interchange interchange : day.interchanges()) {
      mw[index.bus(interchange.bus())] += interchange.importMw().at(t);
    }
    for (Shunt shunt : day.network().shunts()) {
      mw[index.bus(shunt.bus())] -= shunt.gMw();
    }
    for (HvdcLine line : day.network().hvdcLines()) {
      if (line.inService()) {
        mw[index.bus(line.from())] -= line.pFromMw();
        mw[index.bus(line.to())] += line.pToMw();
      }
    }
    for (int b = 0; b < mw.length; b++) {
      mw[b] += schedule.shedMw()[b][t];
    }
    return mw;
  }

  private double relaxedMw(String element, int t) {
    return result.relaxations().stream()
        .filter(r -> r.period() == t && r.element().startsWith(element))
        .mapToDouble(Relaxation::amount)
        .sum();
  }

  private void balance(int t, DcFlow dc, double[] injection, double surplusMw) {
    double[] sum = new double[dc.islands().count()];
    for (int b = 0; b < injection.length; b++) {
      sum[dc.islands().of(b)] += injection[b];
    }
    double off = Arrays.stream(sum).sum() - surplusMw;
    double tolerance = ClearingAuditor.MW * 5;
    if (Math.abs(off) > tolerance) {
      findings.add(new Finding("balance", "system", t, "off by %s MW".formatted(off)));
    } else if (surplusMw == 0) {
      for (int i = 0; i < sum.length; i++) {
        if (Math.abs(sum[i]) > tolerance) {
          findings.add(
              new Finding("balance", "island " + (i + 1), t, "off by %s MW".formatted(sum[i])));
        }
      }
    }
  }

  private void limits(int t, double[] flows) {
    if (clearingCase.inEffect(ConstraintFamily.THERMAL)) {
      Map<String, BranchLimit> replaced = new HashMap<>();
      day.branchLimits().forEach(limit -> replaced.put(limit.branch(), limit));
      for (int l = 0; l < flows.length; l++) {
        Branch branch = day.network().branches().get(l);
        BranchLimit limit = replaced.get(branch.id());
        double rating = branch.ratings().normalMva();
        double most =
            limit != null ? limit.mw().at(t) : rating > 0 ? rating : Double.POSITIVE_INFINITY;
        within("branch " + branch.id(), t, flows[l], most, most);
      }
    }
    if (clearingCase.inEffect(ConstraintFamily.FLOWGATES)) {
      for (Flowgate gate : day.network().flowgates()) {
        double flow = 0;
        for (Flowgate.Term term : gate.terms()) {
          flow += term.weight() * flows[index.branch(term.branch())];
        }
        within("flowgate " + gate.id(), t, flow, gate.limitMw(), gate.reverseLimitMw());
      }
    }
  }

  private void within(String element, int t, double flow, double limit, double reverse) {
    double over = Math.max(flow - limit, -flow - reverse) - relaxedMw(element, t);
    if (over > ClearingAuditor.MW * 2) {
      findings.add(
          new Finding("flow limit", element, t, "%s MW over, not reported".formatted(over)));
    }
  }

  private void components(int t) {
    for (int b = 0; b < index.busCount(); b++) {
      double sum =
          result.prices().energyYuanPerMwh()[b][t] + result.prices().congestionYuanPerMwh()[b][t];
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

  /** Congestion of sampled buses must be the shadow prices times shift factors made here. */
  private void congestion(int t, DcFlow dc) {
    int step = Math.max(1, index.busCount() / BUSES_SAMPLED);
    List<FlowResult> binding =
        result.flows().stream().filter(f -> f.period() == t && f.binding()).toList();
    for (int b = 0; b < index.busCount(); b += step) {
      double expected = 0;
      for (FlowResult flow : binding) {
        double factor = 0;
        for (Flowgate.Term term : terms(flow)) {
          factor += term.weight() * dc.shiftFactor(index.branch(term.branch()), b);
        }
        expected -= Math.signum(flow.flowMw()) * flow.shadowPriceYuanPerMwh() * factor;
      }
      double found = result.prices().congestionYuanPerMwh()[b][t];
      if (Math.abs(expected - found) > PRICE * Math.max(1, Math.abs(found))) {
        findings.add(
            new Finding(
                "congestion price",
                "bus " + index.network().buses().get(b).id(),
                t,
                "%s, but the binding limits give %s".formatted(found, expected)));
      }
    }
    for (FlowResult flow : binding) {
      if (Math.abs(flow.flowMw()) < flow.limitMw() - ClearingAuditor.MW * 2) {
        findings.add(new Finding("binding limit", flow.element(), t, "priced below its limit"));
      }
    }
  }

  private List<Flowgate.Term> terms(FlowResult flow) {
    if (flow.constraint().equals("B-19")) {
      return List.of(new Flowgate.Term(flow.element(), 1));
    }
    return day.network().flowgates().stream()
        .filter(gate -> gate.id().equals(flow.element()))
        .findFirst()
        .orElseThrow()
        .terms();
  }
}
