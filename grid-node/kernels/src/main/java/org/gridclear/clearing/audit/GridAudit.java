package org.gridclear.clearing.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.audit.flow.OutageFlows;
import org.gridclear.clearing.audit.flow.Topologies;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.Shunt;
import org.gridclear.security.audit.DcFlow;

/** Checks balance, losses, and flows against limits, after outages too. */
final class GridAudit {
  private static final int OUTAGES_SAMPLED = 12;

  /** Losses are linearised; their curvature may leave this share. */
  private static final double LOSS_SHARE = 0.02;

  private static final String LOSSES = "losses not served";

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final List<Finding> findings;
  private final NetworkIndex index;
  private final Topologies topologies;
  private final OutageFlows outages;
  private final boolean priced;

  GridAudit(
      ClearingCase clearingCase, ClearingResult result, boolean priced, List<Finding> findings) {
    this.priced = priced;
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.findings = findings;
    this.index = new NetworkIndex(day.network());
    this.topologies = new Topologies(day, index);
    this.outages = new OutageFlows(day, result, index, topologies);
  }

  /**
   * Runs the checks.
   *
   * @param together whether energy and reserve were cleared in one program
   */
  void run(boolean together) {
    LmpAudit lmps = new LmpAudit(day, result, topologies, index, findings);
    CutAudit cuts =
        new CutAudit(clearingCase, result, index, topologies, this::allowedMw, findings);
    cuts.verdict();
    for (int t = 0; t < day.periodCount(); t++) {
      DcFlow dc = topologies.of(t);
      shed(t);
      double[] injection = injections(t);
      absorb(t, dc, injection);
      double[] lossOfIsland = balance(t, dc, injection);
      draw(t, dc, injection, lossOfIsland);
      double[] flows = dc.flows(injection);
      losses(t, flows, Arrays.stream(lossOfIsland).sum() + relaxedMw(LOSSES, t));
      limits(t, flows);
      reported(t, injection);
      outages(t, injection);
      cuts.run(t, injection);
      if (priced) {
        lmps.run(t, together);
      }
    }
  }

  /** Only load that is there can be shed, and what else is drawn where that is reported; all is. */
  private void shed(int t) {
    double[] load = topologies.loads(t);
    double[] given = new double[load.length];
    addFixed(given, t);
    RelaxedRows relaxed = RelaxedRows.of(result).in(t);
    for (int b = 0; b < load.length; b++) {
      double shed = result.schedule().shedMw()[b][t];
      String bus = "bus " + index.network().buses().get(b).id();
      double other = relaxed.inPeriod("load and other fixed draws not served at " + bus, t);
      double reported = other + relaxed.inPeriod("load not served at " + bus, t);
      if (Math.abs(shed - reported) > Tolerance.MW) {
        findings.add(
            new Finding("shed load", bus, t, "%s MW, reported %s".formatted(shed, reported)));
      }
      double most = other > 0 ? Math.max(load[b], -given[b]) : load[b];
      if (shed < -Tolerance.MW || shed > most + Tolerance.MW) {
        findings.add(new Finding("shed load", bus, t, "%s of %s MW".formatted(shed, most)));
      }
    }
  }

  /**
   * Takes generation that is not absorbed out where the load is, else at the island's first bus.
   */
  private void absorb(int t, DcFlow dc, double[] injection) {
    double[] load = topologies.loads(t);
    double[] share = topologies.shares(t, dc);
    int islands = dc.islands().count();
    double[] loadOf = new double[islands];
    for (int b = 0; b < load.length; b++) {
      loadOf[dc.islands().of(b)] += load[b];
    }
    boolean[] done = new boolean[islands];
    for (int b = 0; b < load.length; b++) {
      int island = dc.islands().of(b);
      String where = islands == 1 ? "system" : "island " + (island + 1);
      double surplus = relaxedMw("generation not absorbed, " + where, t);
      double part = loadOf[island] > 0 ? share[b] : done[island] ? 0 : 1;
      injection[b] -= part * surplus;
      done[island] = true;
    }
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
    for (HvdcLine line : day.network().hvdcLines()) {
      double decided = decidedMw(line, t);
      if (!Double.isNaN(decided)) {
        double kept = 1 - line.lossShare();
        mw[index.bus(line.from())] -= decided >= 0 ? decided : decided * kept;
        mw[index.bus(line.to())] += decided >= 0 ? decided * kept : decided;
      }
    }
    for (int b = 0; b < mw.length; b++) {
      mw[b] += schedule.shedMw()[b][t];
    }
    addFixed(mw, t);
    return mw;
  }

  /** Adds what no one decides: load, interchange, shunts, HVDC schedules and fixed losses. */
  private void addFixed(double[] mw, int t) {
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
      if (!Double.isNaN(decidedMw(line, t))) {
        mw[index.bus(line.to())] -= line.lossFixedMw();
      } else if (line.inService()) {
        mw[index.bus(line.from())] -= line.pFromMw();
        mw[index.bus(line.to())] += line.pToMw();
      }
    }
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

  /**
   * What is reported of an element, or of it after outages, or in an island; ids may have commas.
   */
  private double relaxedMw(String element, int t) {
    String more = element.equals(LOSSES) ? ", " : ", most of ";
    return result.relaxations().stream()
        .filter(
            r ->
                r.period() == t
                    && (r.element().equals(element) || r.element().startsWith(element + more)))
        .mapToDouble(Relaxation::amount)
        .sum();
  }

  /** Checks the balance; returns what is lost in each island, 0 where losses are not modelled. */
  private double[] balance(int t, DcFlow dc, double[] injection) {
    double[] sum = new double[dc.islands().count()];
    for (int b = 0; b < injection.length; b++) {
      sum[dc.islands().of(b)] += injection[b];
    }
    double lossMw = result.lossMw()[t];
    if (lossMw > 0) {
      double off = Arrays.stream(sum).sum() + relaxedMw(LOSSES, t) - lossMw;
      if (Math.abs(off) > Tolerance.MW) {
        findings.add(new Finding("balance", "system", t, "off by %s MW".formatted(off)));
      }
      return sum;
    }
    for (int i = 0; i < sum.length; i++) {
      if (Math.abs(sum[i]) > Tolerance.MW) {
        findings.add(
            new Finding("balance", "island " + (i + 1), t, "off by %s MW".formatted(sum[i])));
      }
    }
    return new double[sum.length];
  }

  /** Takes losses out where the load is. */
  private void draw(int t, DcFlow dc, double[] injection, double[] lossOfIsland) {
    double[] share = topologies.shares(t, dc);
    for (int b = 0; b < injection.length; b++) {
      injection[b] -= share[b] * lossOfIsland[dc.islands().of(b)];
    }
  }

  /** What the balance leaves must be what the flows lose in resistances. */
  private void losses(int t, double[] flows, double lostMw) {
    if (result.lossMw()[t] == 0) {
      return;
    }
    if (result.lossMw()[t] < -Tolerance.MW) {
      findings.add(new Finding("losses", "system", t, result.lossMw()[t] + " MW"));
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
      List<String> opened = topologies.inService(t, all.get(k).branches());
      DcFlow after = topologies.of(t, opened);
      boolean whole =
          !opened.isEmpty() && after.islands().count() == topologies.of(t).islands().count();
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
    for (BranchLimit limit : day.branchLimits()) {
      if (limit.branch().equals(branch.id()) && limit.emergencyMw() != null) {
        return limit.emergencyMw().at(t);
      }
    }
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

  private double forwardMw(Flowgate gate, int t) {
    for (FlowgateLimit limit : day.rules().flowgateLimits()) {
      if (limit.flowgate().equals(gate.id()) && limit.mw() != null) {
        return limit.mw().at(t);
      }
    }
    return gate.limitMw();
  }

  private double reverseMw(Flowgate gate, int t) {
    for (FlowgateLimit limit : day.rules().flowgateLimits()) {
      if (limit.flowgate().equals(gate.id()) && limit.reverseMw() != null) {
        return limit.reverseMw().at(t);
      }
    }
    return gate.reverseLimitMw();
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
        double flow = topologies.flowMw(gate.terms(), flows);
        within("flowgate " + gate.id(), t, flow, forwardMw(gate, t), reverseMw(gate, t));
      }
    }
  }

  /** What is reported of flows; those that an AC check corrects are its own. */
  private void reported(int t, double[] injection) {
    FlowReportAudit audit = new FlowReportAudit(findings);
    boolean corrected = result.security() != null || !day.rules().contingencies().cuts().isEmpty();
    for (FlowResult flow : result.flows()) {
      if (priced && flow.period() == t) {
        audit.overload(flow);
        audit.shadowPrice(flow);
        Optional<double[]> with =
            corrected || !outages.counts(flow)
                ? Optional.empty()
                : outages.of(flow.outage(), injection, t);
        if (with.isPresent()) {
          double countedMw = topologies.flowMw(topologies.terms(flow), with.get());
          audit.counted(flow, countedMw, limitMw(flow));
        }
      }
    }
  }

  private double limitMw(FlowResult flow) {
    for (Flowgate gate : day.network().flowgates()) {
      if (flow.ofFlowgate() && gate.id().equals(flow.element())) {
        return flow.direction() > 0
            ? forwardMw(gate, flow.period())
            : reverseMw(gate, flow.period());
      }
    }
    Branch branch = day.network().branches().get(index.branch(flow.element()));
    return flow.outage().isEmpty()
        ? normalMw(branch, flow.period())
        : emergencyMw(branch, flow.period());
  }

  /** Overload that the result reports; where one is paid for all limits, under either name. */
  private double allowedMw(String element, int t) {
    double mw = relaxedMw(element, t);
    for (BranchLimit limit : day.branchLimits()) {
      String name = "branch " + limit.branch();
      String after = name + " after outages";
      if (limit.oneOverload() && (element.equals(name) || element.equals(after))) {
        mw = Math.max(relaxedMw(name, t), relaxedMw(after, t));
      }
    }
    return mw;
  }

  private void within(String element, int t, double flow, double limit, double reverse) {
    double over = Math.max(flow - limit, -flow - reverse) - allowedMw(element, t);

    if (over > Tolerance.MW * 2) {
      findings.add(
          new Finding("flow limit", element, t, "%s MW over, not reported".formatted(over)));
    }
  }
}
