package org.gridclear.security.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;

/**
 * The check snapshots of a cleared case (H-02, A-17): its network with the market's units in the
 * place of generators, and one operating point per period with the cleared schedule, the loads
 * served and the planned outages. Reactive data come from the network's generator of the same id,
 * or of the same bus; reactive loads follow the active ones. Limits of branches, flowgates and
 * units are those of the period, and HVDC lines run as they were cleared.
 *
 * @param network the network
 * @param points one operating point per period
 */
public record ClearedSnapshots(Network network, List<OperatingPoint> points) {
  private static final double OUTPUT_MIN_MW = 1e-6;

  public ClearedSnapshots {
    points = List.copyOf(points);
  }

  /**
   * The snapshots of a case.
   *
   * @param from first period
   * @param to one past the last
   */
  public static ClearedSnapshots of(
      ClearingCase clearingCase, ClearingResult result, int from, int to) {
    return new Builder(clearingCase, result.schedule()).build(clearingCase.name(), from, to);
  }

  private static final class Builder {
    private final MarketDay day;
    private final List<HvdcSchedule> decidedHvdc;
    private final Schedule schedule;
    private final Map<String, Generator> byId = new HashMap<>();
    private final Map<String, Generator> byBus = new HashMap<>();
    private final List<Generator> generators = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();

    Builder(ClearingCase clearingCase, Schedule schedule) {
      this.day = clearingCase.day();
      this.decidedHvdc = clearingCase.decidedHvdc();
      this.schedule = schedule;
      for (Generator generator : day.network().generators()) {
        byId.put(generator.id(), generator);
        byBus.putIfAbsent(generator.bus(), generator);
      }
    }

    ClearedSnapshots build(String caseName, int from, int to) {
      for (ThermalUnit unit : day.thermalUnits()) {
        add(unit.id(), unit.bus(), unit.fuel(), unit.pMinMw().min(), unit.pMaxMw().max());
      }
      for (ProfiledUnit unit : day.profiledUnits()) {
        add(unit.id(), unit.bus(), unit.fuel(), unit.minMw().min(), unit.maxMw().max());
      }
      for (StorageUnit unit : day.storageUnits()) {
        add(unit.id(), unit.bus(), "", -unit.maxChargeMw().max(), unit.maxDischargeMw().max());
      }
      loads();
      Network network =
          new Network(
              day.network().name(),
              day.network().baseMva(),
              buses(),
              day.network().branches(),
              generators,
              loads,
              day.network().shunts(),
              day.network().hvdcLines(),
              day.network().flowgates());
      List<OperatingPoint> points = new ArrayList<>();
      for (int t = from; t < to; t++) {
        points.add(point("%s @%d".formatted(caseName, t + 1), t));
      }
      return new ClearedSnapshots(network, points);
    }

    private void add(String id, String bus, String fuel, double pMinMw, double pMaxMw) {
      Generator known = byId.getOrDefault(id, byBus.get(bus));
      generators.add(
          new Generator(
              id,
              bus,
              fuel,
              0,
              0,
              known != null ? known.qMinMvar() : Double.NEGATIVE_INFINITY,
              known != null ? known.qMaxMvar() : Double.POSITIVE_INFINITY,
              known != null ? known.vSetPu() : 1,
              pMinMw,
              pMaxMw,
              0,
              known != null ? known.participation() : 0,
              true,
              null,
              known != null ? known.capability() : null,
              null,
              Generator.Machine.UNKNOWN));
    }

    private void loads() {
      int number = 0;
      for (BusLoad load : day.busLoads()) {
        loads.add(new Load("load " + ++number, load.bus(), 0, 0));
      }
      for (FlexibleLoad load : day.flexibleLoads()) {
        loads.add(new Load(load.id(), load.bus(), 0, 0));
      }
      for (Interchange interchange : day.interchanges()) {
        loads.add(new Load(interchange.id(), interchange.bus(), 0, 0));
      }
    }

    /** A bus with a unit holds its voltage, unless the network says that its generators do not. */
    private List<Bus> buses() {
      Map<String, Boolean> hasUnit = new HashMap<>();
      generators.forEach(generator -> hasUnit.put(generator.bus(), true));
      List<Bus> buses = new ArrayList<>();
      for (Bus bus : day.network().buses()) {
        boolean holds =
            hasUnit.containsKey(bus.id())
                && bus.type() == BusType.PQ
                && !byBus.containsKey(bus.id());
        buses.add(holds ? bus.with(BusType.PV) : bus);
      }
      return buses;
    }

    private OperatingPoint point(String name, int t) {
      int thermal = day.thermalUnits().size();
      int profiled = day.profiledUnits().size();
      boolean[] on = new boolean[generators.size()];
      double[] mw = new double[generators.size()];
      for (int u = 0; u < thermal; u++) {
        on[u] = schedule.committed()[u][t];
        mw[u] = schedule.outputMw()[u][t];
      }
      for (int u = 0; u < profiled; u++) {
        mw[thermal + u] = schedule.profiledMw()[u][t];
        on[thermal + u] = mw[thermal + u] > OUTPUT_MIN_MW;
      }
      for (int s = 0; s < day.storageUnits().size(); s++) {
        mw[thermal + profiled + s] = schedule.dischargeMw()[s][t] - schedule.chargeMw()[s][t];
        on[thermal + profiled + s] = Math.abs(mw[thermal + profiled + s]) > OUTPUT_MIN_MW;
      }
      boolean[] branchOn = new boolean[day.network().branches().size()];
      for (int l = 0; l < branchOn.length; l++) {
        branchOn[l] = day.network().branches().get(l).inService();
      }
      for (BranchOutage outage : day.branchOutages()) {
        if (t >= outage.from() && t < outage.to()) {
          for (int l = 0; l < branchOn.length; l++) {
            branchOn[l] &= !day.network().branches().get(l).id().equals(outage.branch());
          }
        }
      }
      double[] loadMw = loadMw(t);
      OperatingPoint point = new OperatingPoint(name, branchOn, on, mw, loadMw, loadMvar(loadMw));
      return gated(limited(transmitting(point, t), t), t).withOutputLimits(least(t), most(t));
    }

    private double[] least(int t) {
      return Stream.of(
              day.thermalUnits().stream().map(unit -> unit.pMinMw().at(t)),
              day.profiledUnits().stream().map(unit -> unit.minMw().at(t)),
              day.storageUnits().stream().map(unit -> -unit.maxChargeMw().at(t)))
          .flatMap(each -> each)
          .mapToDouble(each -> each)
          .toArray();
    }

    private double[] most(int t) {
      return Stream.of(
              day.thermalUnits().stream().map(unit -> unit.pMaxMw().at(t)),
              day.profiledUnits().stream().map(unit -> unit.maxMw().at(t)),
              day.storageUnits().stream().map(unit -> unit.maxDischargeMw().at(t)))
          .flatMap(each -> each)
          .mapToDouble(each -> each)
          .toArray();
    }

    /** HVDC lines that were decided run as they were cleared, the others as scheduled. */
    private OperatingPoint transmitting(OperatingPoint point, int t) {
      List<HvdcLine> lines = day.network().hvdcLines();
      if (decidedHvdc.isEmpty()) {
        return point;
      }
      double[] from = lines.stream().mapToDouble(HvdcLine::pFromMw).toArray();
      double[] to = lines.stream().mapToDouble(HvdcLine::pToMw).toArray();
      for (int i = 0; i < decidedHvdc.size(); i++) {
        for (int h = 0; h < lines.size(); h++) {
          if (lines.get(h).id().equals(decidedHvdc.get(i).line())) {
            from[h] = lines.get(h).leavingMw(schedule.hvdcMw()[i][t]);
            to[h] = lines.get(h).arrivingMw(schedule.hvdcMw()[i][t]);
          }
        }
      }
      return point.withHvdc(from, to);
    }

    /** Limits of the period, where the day has other ones than the network. */
    private OperatingPoint limited(OperatingPoint point, int t) {
      if (day.branchLimits().isEmpty()) {
        return point;
      }
      Map<String, BranchLimit> limits = new HashMap<>();
      day.branchLimits().forEach(limit -> limits.put(limit.branch(), limit));
      List<Branch> branches = day.network().branches();
      double[] normal = new double[branches.size()];
      double[] emergency = new double[branches.size()];
      for (int l = 0; l < normal.length; l++) {
        BranchLimit limit = limits.get(branches.get(l).id());
        normal[l] = BranchLimit.normalMw(branches.get(l), limit, t);
        emergency[l] = BranchLimit.emergencyMw(branches.get(l), limit, t);
      }
      return point.withLimits(normal, emergency);
    }

    /** Limits of flowgates in the period, where the day has other ones than the network. */
    private OperatingPoint gated(OperatingPoint point, int t) {
      if (day.rules().flowgateLimits().isEmpty()) {
        return point;
      }
      List<Flowgate> gates = day.network().flowgates();
      Map<String, FlowgateLimit> limits = FlowgateLimit.byFlowgate(day.rules().flowgateLimits());
      double[] forward = new double[gates.size()];
      double[] reverse = new double[gates.size()];
      for (int g = 0; g < forward.length; g++) {
        FlowgateLimit limit = limits.get(gates.get(g).id());
        forward[g] = FlowgateLimit.forwardMw(gates.get(g), limit, t);
        reverse[g] = FlowgateLimit.reverseMw(gates.get(g), limit, t);
      }
      return point.withGateLimits(forward, reverse);
    }

    private double[] loadMw(int t) {
      double[] shedLeft = new double[day.network().buses().size()];
      Map<String, Integer> busIndex = new HashMap<>();
      for (int b = 0; b < shedLeft.length; b++) {
        shedLeft[b] = schedule.shedMw()[b][t];
        busIndex.put(day.network().buses().get(b).id(), b);
      }
      double[] mw = new double[loads.size()];
      int d = 0;
      for (BusLoad load : day.busLoads()) {
        int b = Objects.requireNonNull(busIndex.get(load.bus()));
        double wanted = load.mw().at(t);
        double shed = Math.min(Math.max(0, wanted), shedLeft[b]);
        shedLeft[b] -= shed;
        mw[d++] = wanted - shed;
      }
      for (int f = 0; f < day.flexibleLoads().size(); f++) {
        mw[d++] = schedule.flexibleMw()[f][t];
      }
      for (Interchange interchange : day.interchanges()) {
        mw[d++] = -interchange.importMw().at(t);
      }
      return mw;
    }

    /** Reactive loads at the power factor of the network's own load at the bus. */
    private double[] loadMvar(double[] loadMw) {
      Map<String, double[]> file = new HashMap<>();
      for (Load load : day.network().loads()) {
        double[] sum = file.computeIfAbsent(load.bus(), key -> new double[2]);
        sum[0] += load.pMw();
        sum[1] += load.qMvar();
      }
      double[] mvar = new double[loadMw.length];
      for (int d = 0; d < mvar.length; d++) {
        double[] sum = file.get(loads.get(d).bus());
        mvar[d] = sum == null || sum[0] == 0 ? 0 : loadMw[d] * sum[1] / sum[0];
      }
      return mvar;
    }
  }
}
