package org.gridclear.audit;

import java.util.ArrayList;
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
import org.gridclear.market.constraint.ContingencySet;
import org.gridclear.market.constraint.HvdcSchedule;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
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
  private static final int OUTAGES_SAMPLED = 12;

  /** Losses are linearised; their curvature may leave this share. */
  private static final double LOSS_SHARE = 0.02;

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
      double[] lossOfIsland = balance(t, dc, injection, surplus);
      if (surplus == 0) {
        draw(t, dc, injection, lossOfIsland);
        double[] flows = dc.flows(injection);
        losses(t, flows, Arrays.stream(lossOfIsland).sum());
        limits(t, flows);
        outages(t, injection);
      }
      components(t);
      congestion(t, dc);
    }
  }

  private DcFlow topology(int t) {
    return topology(t, List.of());
  }

  private DcFlow topology(int t, List<String> opened) {
    boolean[] inService = new boolean[index.branchCount()];
    for (int l = 0; l < inService.length; l++) {
      inService[l] = day.network().branches().get(l).inService();
    }
    for (BranchOutage outage : day.branchOutages()) {
      if (t >= outage.from() && t < outage.to()) {
        inService[index.branch(outage.branch())] = false;
      }
    }
    opened.forEach(branch -> inService[index.branch(branch)] = false);
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
      double decided = decidedMw(line, t);
      if (!Double.isNaN(decided)) {
        double lost = line.lossFixedMw() + line.lossShare() * Math.abs(decided);
        mw[index.bus(line.from())] -= decided >= 0 ? decided : decided * (1 - line.lossShare());
        mw[index.bus(line.to())] += decided >= 0 ? decided - lost : decided - line.lossFixedMw();
      } else if (line.inService()) {
        mw[index.bus(line.from())] -= line.pFromMw();
        mw[index.bus(line.to())] += line.pToMw();
      }
    }
    for (int b = 0; b < mw.length; b++) {
      mw[b] += schedule.shedMw()[b][t];
    }
    return mw;
  }

  /** Power that the clearing decided for a line, NaN if it did not. */
  private double decidedMw(HvdcLine line, int t) {
    List<HvdcSchedule> decided = clearingCase.decidedHvdc();
    for (int i = 0; i < decided.size(); i++) {
      if (decided.get(i).line().equals(line.id())) {
        return result.schedule().hvdcMw()[i][t];
      }
    }
    return Double.NaN;
  }

  private double relaxedMw(String element, int t) {
    return result.relaxations().stream()
        .filter(
            r ->
                r.period() == t
                    && (r.element().equals(element) || r.element().startsWith(element + ",")))
        .mapToDouble(Relaxation::amount)
        .sum();
  }

  /** Checks the balance; returns what is lost in each island, 0 where losses are not modelled. */
  private double[] balance(int t, DcFlow dc, double[] injection, double surplusMw) {
    double[] sum = new double[dc.islands().count()];
    for (int b = 0; b < injection.length; b++) {
      sum[dc.islands().of(b)] += injection[b];
    }
    if (result.lossMw()[t] > 0) {
      return sum;
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
    return new double[sum.length];
  }

  /** Takes losses out where the load is. */
  private void draw(int t, DcFlow dc, double[] injection, double[] lossOfIsland) {
    double[] share = shares(t, dc);
    for (int b = 0; b < injection.length; b++) {
      injection[b] -= share[b] * lossOfIsland[dc.islands().of(b)];
    }
  }

  private double[] shares(int t, DcFlow dc) {
    double[] load = new double[index.busCount()];
    for (BusLoad each : day.busLoads()) {
      load[index.bus(each.bus())] += each.mw().at(t);
    }
    double[] sum = new double[dc.islands().count()];
    int[] count = new int[sum.length];
    for (int b = 0; b < load.length; b++) {
      load[b] = Math.max(0, load[b]);
      sum[dc.islands().of(b)] += load[b];
      count[dc.islands().of(b)]++;
    }
    for (int b = 0; b < load.length; b++) {
      int island = dc.islands().of(b);
      load[b] = sum[island] > 0 ? load[b] / sum[island] : 1.0 / count[island];
    }
    return load;
  }

  /** What the balance leaves must be what the flows lose in resistances. */
  private void losses(int t, double[] flows, double lostMw) {
    if (result.lossMw()[t] == 0) {
      return;
    }
    double expected = 0;
    for (int l = 0; l < flows.length; l++) {
      double r = day.network().branches().get(l).rPu();
      expected += r * flows[l] * flows[l] / day.network().baseMva();
    }
    if (Math.abs(expected - lostMw) > LOSS_SHARE * expected + 0.05) {
      findings.add(
          new Finding("losses", "system", t, "%s MW, flows lose %s".formatted(lostMw, expected)));
    }
  }

  /** A sample of outages, each with its branches really taken out. */
  private void outages(int t, double[] injection) {
    ContingencySet set = day.rules().contingencies();
    if (!clearingCase.inEffect(ConstraintFamily.CONTINGENCIES) || set.isEmpty()) {
      return;
    }
    List<Contingency> all = new ArrayList<>(set.listed());
    if (set.everyBranch()) {
      day.network().branches().forEach(branch -> all.add(Contingency.ofBranch(branch.id())));
    }
    int step = Math.max(1, all.size() / OUTAGES_SAMPLED);
    for (int k = t % step; k < all.size(); k += step) {
      DcFlow after = topology(t, all.get(k).branches());
      boolean whole = after.islands().count() == topology(t, List.of()).islands().count();
      double[] flows = whole ? after.flows(injection) : new double[0];
      for (int l = 0; l < flows.length; l++) {
        Branch branch = day.network().branches().get(l);
        double most = emergencyMw(branch, t);
        if (Double.isFinite(most) && !all.get(k).branches().contains(branch.id())) {
          String element = "branch " + branch.id() + " after outages";
          within(element, t, flows[l], most, most);
        }
      }
    }
  }

  private double emergencyMw(Branch branch, int t) {
    double emergency = branch.ratings().emergencyMva();
    return emergency > 0 ? emergency : normalMw(branch, t);
  }

  private double normalMw(Branch branch, int t) {
    for (BranchLimit limit : day.branchLimits()) {
      if (limit.branch().equals(branch.id())) {
        return limit.mw().at(t);
      }
    }
    double rating = branch.ratings().normalMva();
    return rating > 0 ? rating : Double.POSITIVE_INFINITY;
  }

  private void limits(int t, double[] flows) {
    if (clearingCase.inEffect(ConstraintFamily.THERMAL)) {
      for (int l = 0; l < flows.length; l++) {
        Branch branch = day.network().branches().get(l);
        double most = normalMw(branch, t);
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

  /** Congestion of sampled buses must be the shadow prices times shift factors made here. */
  private void congestion(int t, DcFlow dc) {
    int step = Math.max(1, index.busCount() / BUSES_SAMPLED);
    List<FlowResult> binding =
        result.flows().stream().filter(f -> f.period() == t && f.binding()).toList();
    double[] share = result.lossMw()[t] > 0 ? shares(t, dc) : new double[index.busCount()];
    List<double[]> factors = binding.stream().map(flow -> factors(flow, t, share)).toList();
    for (int b = 0; b < index.busCount(); b += step) {
      double expected = 0;
      for (int i = 0; i < binding.size(); i++) {
        FlowResult flow = binding.get(i);
        double factor = factors.get(i)[b];
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

  /** Shift factors of a limit, of the grid with its outage, less those of the shares of load. */
  private double[] factors(FlowResult flow, int t, double[] share) {
    DcFlow dc = topology(t, opened(flow.outage()));
    double[] factors = new double[index.busCount()];
    for (Flowgate.Term term : terms(flow)) {
      double[] ofBranch = dc.shiftFactors(index.branch(term.branch()));
      for (int b = 0; b < factors.length; b++) {
        factors[b] += term.weight() * ofBranch[b];
      }
    }
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
        .map(Contingency::branches)
        .orElse(List.of(outage));
  }

  private List<Flowgate.Term> terms(FlowResult flow) {
    if (!flow.constraint().equals("B-18")) {
      return List.of(new Flowgate.Term(flow.element(), 1));
    }
    return day.network().flowgates().stream()
        .filter(gate -> gate.id().equals(flow.element()))
        .findFirst()
        .orElseThrow()
        .terms();
  }
}
