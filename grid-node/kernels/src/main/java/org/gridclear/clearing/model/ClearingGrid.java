package org.gridclear.clearing.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.network.Contingency;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.Shunt;
import org.gridclear.numerics.OutageResponse;
import org.gridclear.numerics.ShiftFactors;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * The grid of a case over its periods: the topology of each period, the injections that no one
 * decides, and the elements whose flow is limited. Shift factors are made per topology and row.
 */
public final class ClearingGrid {
  private final MarketDay day;
  private final NetworkIndex index;
  private final ShiftFactors[] factorsOfPeriod;
  private final List<HvdcSchedule> decidedHvdc;
  private final double[][] fixedInjectionMw;
  private final double[][] loadMw;
  private final double[][] sharesOfPeriod;
  private final List<Monitored> monitored = new ArrayList<>();
  private final List<Contingent> outages = new ArrayList<>();
  private final Map<ShiftFactors, Map<Integer, double[]>> rows = new HashMap<>();

  /**
   * An element with a limited flow.
   *
   * @param constraint id in the catalogue: B-19 for a branch, B-20 after an outage; B-18 for a
   *     flowgate, before and after outages
   * @param id id of the branch or flowgate
   * @param branches indices of its branches
   * @param weights weight of each branch
   * @param limitMw limit per period in the positive direction; infinite for none
   * @param reverseLimitMw limit per period in the negative direction, as a positive number
   * @param emergencyMw limit per period after an outage, in both directions
   * @param penaltyYuanPerMwh price of an overload per period; infinite for a limit to be kept
   * @param oneOverload whether overloads after outages are the same as those of the intact grid
   */
  public record Monitored(
      String constraint,
      String id,
      int[] branches,
      double[] weights,
      double[] limitMw,
      double[] reverseLimitMw,
      double[] emergencyMw,
      double[] penaltyYuanPerMwh,
      boolean oneOverload) {
    /** What it takes over of a branch, for what every branch does. */
    public double takesOver(double[] weightOfBranch) {
      double sum = 0;
      for (int i = 0; i < branches.length; i++) {
        sum += weights[i] * weightOfBranch[branches[i]];
      }
      return sum;
    }

    /** Whether it is a flowgate. */
    public boolean isFlowgate() {
      return constraint.equals("B-18");
    }
  }

  /**
   * An outage that the schedule is to survive.
   *
   * @param id id of the contingency
   * @param branches numbers of the branches that open
   * @param lost units that trip and buses that are lost; null where only branches open
   */
  public record Contingent(String id, int[] branches, @Nullable Contingency lost) {}

  /** Builds the grid of a case. */
  public ClearingGrid(ClearingCase clearingCase) {
    this.day = clearingCase.day();
    this.index = new NetworkIndex(day.network());
    this.factorsOfPeriod = topologies();
    this.decidedHvdc = clearingCase.decidedHvdc();
    this.loadMw = loads();
    this.sharesOfPeriod = new double[day.periodCount()][];
    this.fixedInjectionMw = fixedInjections();
    boolean afterOutages =
        clearingCase.inEffect(ConstraintFamily.CONTINGENCIES)
            && !day.rules().contingencies().isEmpty();
    boolean intact = clearingCase.inEffect(ConstraintFamily.THERMAL);
    if (intact || afterOutages) {
      MonitoredElements.addBranches(monitored, day, index, intact);
    }
    if (clearingCase.inEffect(ConstraintFamily.FLOWGATES)) {
      MonitoredElements.addFlowgates(monitored, day, index);
    }
    if (clearingCase.inEffect(ConstraintFamily.CONTINGENCIES)) {
      addOutages(day.rules().contingencies());
    }
  }

  private ShiftFactors[] topologies() {
    boolean[] base = new boolean[index.branchCount()];
    for (int l = 0; l < base.length; l++) {
      base[l] = day.network().branches().get(l).inService();
    }
    Map<String, ShiftFactors> known = new HashMap<>();
    ShiftFactors[] factors = new ShiftFactors[day.periodCount()];
    for (int t = 0; t < factors.length; t++) {
      boolean[] inService = base.clone();
      for (BranchOutage outage : day.branchOutages()) {
        if (t >= outage.from() && t < outage.to()) {
          inService[index.branch(outage.branch())] = false;
        }
      }
      factors[t] =
          known.computeIfAbsent(
              Arrays.toString(inService), key -> new ShiftFactors(index, inService));
    }
    return factors;
  }

  private double[][] loads() {
    double[][] loads = new double[index.busCount()][day.periodCount()];
    for (BusLoad load : day.busLoads()) {
      double[] row = loads[index.bus(load.bus())];
      for (int t = 0; t < row.length; t++) {
        row[t] += load.mw().at(t);
      }
    }
    return loads;
  }

  /** Injections by period and bus: interchange and HVDC less load and shunt losses. */
  private double[][] fixedInjections() {
    double[][] injection = new double[day.periodCount()][index.busCount()];
    for (int t = 0; t < injection.length; t++) {
      for (int b = 0; b < loadMw.length; b++) {
        injection[t][b] -= loadMw[b][t];
      }
      for (Interchange interchange : day.interchanges()) {
        injection[t][index.bus(interchange.bus())] += interchange.importMw().at(t);
      }
      for (Shunt shunt : day.network().shunts()) {
        injection[t][index.bus(shunt.bus())] -= shunt.gMw();
      }
      for (HvdcLine line : day.network().hvdcLines()) {
        if (!line.inService()) {
          continue;
        }
        if (decidedHvdc.stream().anyMatch(schedule -> schedule.line().equals(line.id()))) {
          injection[t][index.bus(line.to())] -= line.lossFixedMw();
        } else {
          injection[t][index.bus(line.from())] -= line.pFromMw();
          injection[t][index.bus(line.to())] += line.pToMw();
        }
      }
    }
    return injection;
  }

  /** Outages of branches that do not split the grid as it is switched in the first period. */
  private void addOutages(ContingencySet contingencies) {
    Set<String> seen = new HashSet<>();
    for (Contingency listed : contingencies.listed()) {
      if (!listed.branches().isEmpty() && seen.add(listed.id())) {
        outages.add(
            new Contingent(
                listed.id(), listed.branches().stream().mapToInt(index::branch).toArray(), null));
      } else if (LostPower.hasRows(day, listed) && seen.add(listed.id())) {
        outages.add(new Contingent(listed.id(), LostPower.opened(index, listed), listed));
      }
    }
    for (int l = 0; contingencies.everyBranch() && l < index.branchCount(); l++) {
      String id = day.network().branches().get(l).id();
      if (seen.add(id)) {
        outages.add(new Contingent(id, new int[] {l}, null));
      }
    }
  }

  /** The day. */
  public MarketDay day() {
    return day;
  }

  /** Outages that the schedule is to survive. */
  public List<Contingent> outages() {
    return outages;
  }

  /**
   * How flows answer an outage in period {@code t}; empty where it splits the grid, opens nothing
   * as its branches are out by plan, or loses power that nobody makes up. An outage of units opens
   * nothing either, but moves what they gave.
   */
  public Optional<OutageResponse> response(int outage, int t) {
    boolean losesPower = outages.get(outage).lost() != null;
    return OutageResponse.of(index, factorsOfPeriod[t], outages.get(outage).branches())
        .filter(
            response ->
                losesPower
                    ? LostPower.of(this, outage, t).isPresent()
                    : response.branches().length > 0);
  }

  /**
   * An element with the share that it takes over of what an outage opens. A flowgate keeps its
   * limits and its penalty; what of it opens carries nothing.
   */
  public Monitored after(Monitored element, OutageResponse response, double penaltyYuanPerMwh) {
    int[] open = response.branches();
    int own = element.branches().length;
    int[] branches = Arrays.copyOf(element.branches(), own + open.length);
    double[] weights = Arrays.copyOf(element.weights(), own + open.length);
    for (int k = 0; k < open.length; k++) {
      branches[own + k] = open[k];
      weights[own + k] = element.takesOver(response.weights(k));
    }
    if (element.isFlowgate()) {
      return new Monitored(
          element.constraint(),
          element.id(),
          branches,
          weights,
          element.limitMw(),
          element.reverseLimitMw(),
          element.emergencyMw(),
          element.penaltyYuanPerMwh(),
          false);
    }
    return new Monitored(
        "B-20",
        element.id(),
        branches,
        weights,
        element.emergencyMw(),
        element.emergencyMw(),
        element.emergencyMw(),
        element.oneOverload()
            ? element.penaltyYuanPerMwh()
            : Series.constant(penaltyYuanPerMwh, day.periodCount()).toArray(),
        element.oneOverload());
  }

  /** Shares of load at the buses of every island; equal shares where an island has none. */
  private double[] shares(int t) {
    if (sharesOfPeriod[t] == null) {
      double[] sum = new double[islandCount(t)];
      int[] count = new int[sum.length];
      for (int b = 0; b < loadMw.length; b++) {
        sum[island(t, b)] += Math.max(0, loadMw[b][t]);
        count[island(t, b)]++;
      }
      double[] share = new double[loadMw.length];
      for (int b = 0; b < share.length; b++) {
        int island = island(t, b);
        share[b] = sum[island] > 0 ? Math.max(0, loadMw[b][t]) / sum[island] : 1.0 / count[island];
      }
      sharesOfPeriod[t] = share;
    }
    return sharesOfPeriod[t];
  }

  /** Mean of a value per bus over an island, weighted by load as losses are drawn. */
  public double loadWeighted(double[] valueOfBus, int t, int island) {
    double[] share = shares(t);
    double sum = 0;
    for (int b = 0; b < share.length; b++) {
      sum += island(t, b) == island ? share[b] * valueOfBus[b] : 0;
    }
    return sum;
  }

  /** Share of its island's losses that is drawn at a bus. */
  public double lossShare(int bus, int t) {
    return shares(t)[bus];
  }

  /** Shift factors of the topology of period {@code t}. */
  public ShiftFactors shiftFactors(int t) {
    return factorsOfPeriod[t];
  }

  /** HVDC lines that the clearing decides (B-25). */
  public List<HvdcSchedule> decidedHvdc() {
    return decidedHvdc;
  }

  /** The line of this id. */
  public HvdcLine hvdcLine(String id) {
    return day.network().hvdcLines().stream()
        .filter(line -> line.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The numbered network. */
  public NetworkIndex index() {
    return index;
  }

  /** Number of islands in period {@code t}. */
  public int islandCount(int t) {
    return factorsOfPeriod[t].islands().count();
  }

  /** Island of a bus in period {@code t}. */
  public int island(int t, int bus) {
    return factorsOfPeriod[t].islands().of(bus);
  }

  /** Fixed load of a bus in period {@code t}, in MW. */
  public double loadMw(int bus, int t) {
    return loadMw[bus][t];
  }

  /** Injection of a bus in period {@code t} that no one decides, in MW. */
  public double fixedInjectionMw(int bus, int t) {
    return fixedInjectionMw[t][bus];
  }

  /** Elements with a limited flow. */
  public List<Monitored> monitored() {
    return monitored;
  }

  /**
   * Flow of every branch in period {@code t}, what the injections leave over drawn where the load
   * is.
   *
   * @param decidedMw injections per bus that the clearing decided, in MW
   */
  public double[] flowsMw(int t, double[] decidedMw) {
    return flowsMw(t, decidedMw, leftOverMw(t, decidedMw));
  }

  /** What the injections of every island leave over: its losses. */
  public double[] leftOverMw(int t, double[] decidedMw) {
    double[] left = new double[islandCount(t)];
    for (int b = 0; b < decidedMw.length; b++) {
      left[island(t, b)] += fixedInjectionMw[t][b] + decidedMw[b];
    }
    return left;
  }

  /**
   * Flow of every branch in period {@code t}.
   *
   * @param decidedMw injections per bus that the clearing decided, in MW
   * @param lossMw what is drawn in every island where its load is; null for nothing
   */
  public double[] flowsMw(int t, double[] decidedMw, double @Nullable [] lossMw) {
    double[] injection = fixedInjectionMw[t].clone();
    double[] share = lossMw == null ? null : shares(t);
    for (int b = 0; b < injection.length; b++) {
      injection[b] += decidedMw[b];
      injection[b] -= lossMw == null || share == null ? 0 : share[b] * lossMw[island(t, b)];
    }
    return factorsOfPeriod[t].flowsMw(injection);
  }

  /** Flow of an element from the flows of all branches. */
  public static double flowMw(Monitored element, double[] branchFlowsMw) {
    double flow = 0;
    for (int k = 0; k < element.branches().length; k++) {
      flow += element.weights()[k] * branchFlowsMw[element.branches()[k]];
    }
    return flow;
  }

  /** Shift factors of an element for every bus in period {@code t}. */
  public double[] shiftFactors(Monitored element, int t) {
    double[] sum = new double[index.busCount()];
    Map<Integer, double[]> known =
        rows.computeIfAbsent(factorsOfPeriod[t], factors -> new HashMap<>());
    for (int k = 0; k < element.branches().length; k++) {
      double[] row = known.computeIfAbsent(element.branches()[k], factorsOfPeriod[t]::row);
      for (int b = 0; b < sum.length; b++) {
        sum[b] += element.weights()[k] * row[b];
      }
    }
    return sum;
  }
}
