package org.gridclear.audit;

import java.util.Arrays;
import java.util.List;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.network.Shunt;
import org.gridclear.scenario.resolved.Outage;
import org.gridclear.topology.Islands;

/**
 * Solves the network after an outage from scratch, with equipment really taken out, islands found
 * by a graph search and lost power shared by headroom; for networks of one live island, without
 * reactive limits.
 */
public final class OutageAudit {
  private static final double TOLERANCE_PU = 1e-10;

  private final Network network;
  private final OperatingPoint point;
  private final NetworkIndex index;
  private final double[] baseMagnitude;
  private final double[] baseAngle;

  /**
   * An audit of an operating point.
   *
   * @param ac whether AC outages will be asked for; solves the base case
   */
  public OutageAudit(Network network, OperatingPoint point, boolean ac) {
    this.network = network;
    this.point = point;
    this.index = new NetworkIndex(network);
    int n = index.busCount();
    double[] magnitude = new double[n];
    double[] angle = new double[n];
    for (int b = 0; b < n; b++) {
      magnitude[b] = network.buses().get(b).vSetPu();
      angle[b] = Math.toRadians(network.buses().get(b).angleDeg());
    }
    baseMagnitude = magnitude;
    baseAngle = angle;
    if (ac) {
      After base = new After(new Outage("none", new int[0], new int[0], new int[0]), false);
      AcFlow flow = base.ac();
      System.arraycopy(flow.magnitude(), 0, baseMagnitude, 0, n);
      System.arraycopy(flow.angle(), 0, baseAngle, 0, n);
    }
  }

  /**
   * What an outage leaves.
   *
   * @param flow flow of every branch: MW in DC, MVA of the more loaded end in AC
   * @param lostBuses buses cut off
   * @param lostLoadMw load cut off
   * @param lostGenerationMw generation cut off or tripped
   * @param mismatchPu greatest mismatch left
   */
  public record Finding(
      double[] flow,
      int lostBuses,
      double lostLoadMw,
      double lostGenerationMw,
      double mismatchPu) {}

  /** Solves an outage in DC. */
  public Finding dc(Outage outage) {
    After after = new After(outage, true);
    double[] flow = new DcFlow(index, after.on).flows(after.net);
    return after.finding(flow, 0);
  }

  /** Solves an outage in AC. */
  public Finding ac(Outage outage) {
    After after = new After(outage, false);
    AcFlow solved = after.ac();
    double[] flow = new double[after.on.length];
    Arrays.setAll(flow, solved::apparentMva);
    return after.finding(flow, after.mismatchPu);
  }

  /** The network after an outage. */
  private final class After {
    private final boolean[] on = point.branchOn().clone();
    private final boolean[] runs = point.generatorOn().clone();
    private final boolean[] lost = new boolean[index.busCount()];
    private final double[] net = new double[index.busCount()];
    private final double[] reactive = new double[index.busCount()];
    private double lostLoad;
    private double lostGeneration;
    private double mismatchPu;

    /** With {@code balanced}, the reference takes the imbalance of the file and shunts draw. */
    After(Outage outage, boolean balanced) {
      for (int l : outage.branches()) {
        on[l] = false;
      }
      for (int bus : outage.buses()) {
        for (int l = 0; l < on.length; l++) {
          on[l] &= index.from(l) != bus && index.to(l) != bus;
        }
      }
      findLost(outage);
      double missing = missing(outage);
      if (balanced) {
        for (Shunt shunt : network.shunts()) {
          missing += inject(shunt.bus(), -shunt.gMw());
        }
        missing += inject(network.buses().get(index.referenceBus()).id(), imbalanceMw());
      }
      share(missing);
    }

    private void findLost(Outage outage) {
      Islands before = Islands.of(index, point.branchOn());
      Islands after = Islands.of(index, on);
      int[] size = new int[after.count()];
      for (int b = 0; b < lost.length; b++) {
        size[after.of(b)]++;
      }
      int[] greatest = new int[before.count()];
      Arrays.fill(greatest, -1);
      greatest[before.of(index.referenceBus())] = after.of(index.referenceBus());
      for (int b = 0; b < lost.length; b++) {
        int best = greatest[before.of(b)];
        if (best < 0 || size[after.of(b)] > size[best]) {
          greatest[before.of(b)] = after.of(b);
        }
      }
      for (int b = 0; b < lost.length; b++) {
        lost[b] = after.of(b) != greatest[before.of(b)];
      }
      for (int bus : outage.buses()) {
        lost[bus] = true;
      }
      for (int l = 0; l < on.length; l++) {
        on[l] &= !lost[index.from(l)];
      }
    }

    /** Fills the injections of what is left; returns what is missing against before, in MW. */
    private double missing(Outage outage) {
      double missing = 0;
      for (int g : outage.generators()) {
        int bus = index.bus(network.generators().get(g).bus());
        if (runs[g] && !lost[bus]) {
          missing += point.generatorMw()[g];
          lostGeneration += point.generatorMw()[g];
          runs[g] = false;
        }
      }
      for (int g = 0; g < runs.length; g++) {
        int bus = index.bus(network.generators().get(g).bus());
        double mw = runs[g] ? point.generatorMw()[g] : 0;
        missing += lost[bus] ? mw : 0;
        lostGeneration += lost[bus] ? mw : 0;
        runs[g] &= !lost[bus];
        net[bus] += lost[bus] ? 0 : mw;
        boolean fixed = network.buses().get(bus).type() == BusType.PQ;
        reactive[bus] += runs[g] && fixed ? network.generators().get(g).qMvar() : 0;
      }
      for (int d = 0; d < point.loadMw().length; d++) {
        Load load = network.loads().get(d);
        int bus = index.bus(load.bus());
        missing -= lost[bus] ? point.loadMw()[d] : 0;
        lostLoad += lost[bus] ? point.loadMw()[d] : 0;
        net[bus] -= lost[bus] ? 0 : point.loadMw()[d];
        reactive[bus] -= lost[bus] ? 0 : point.loadMvar()[d];
      }
      for (HvdcLine line : network.hvdcLines()) {
        missing += line.inService() ? inject(line.from(), -line.pFromMw()) : 0;
        missing += line.inService() ? inject(line.to(), line.pToMw()) : 0;
      }
      return missing;
    }

    /** What the file's operating point lacks before any outage, shunts counted, in MW. */
    private double imbalanceMw() {
      double sum = 0;
      for (int g = 0; g < point.generatorMw().length; g++) {
        sum -= point.generatorOn()[g] ? point.generatorMw()[g] : 0;
      }
      for (double mw : point.loadMw()) {
        sum += mw;
      }
      for (Shunt shunt : network.shunts()) {
        sum += shunt.gMw();
      }
      for (HvdcLine line : network.hvdcLines()) {
        sum += line.inService() ? line.pFromMw() - line.pToMw() : 0;
      }
      return sum;
    }

    /** Injects at a bus; returns the power if that bus is lost. */
    private double inject(String id, double mw) {
      int bus = index.bus(id);
      net[bus] += lost[bus] ? 0 : mw;
      return lost[bus] ? mw : 0;
    }

    private void share(double missing) {
      double[] room = new double[runs.length];
      double sum = 0;
      for (int g = 0; g < room.length; g++) {
        Generator generator = network.generators().get(g);
        double mw = point.generatorMw()[g];
        double free = missing > 0 ? generator.pMaxMw() - mw : mw - generator.pMinMw();
        room[g] = runs[g] ? Math.max(0, free) : 0;
        sum += room[g];
      }
      for (int g = 0; g < room.length && missing != 0 && sum > 0; g++) {
        net[index.bus(network.generators().get(g).bus())] += missing * room[g] / sum;
      }
    }

    /** The first reference bus with a unit that still runs, else the first such PV bus. */
    private int reference() {
      for (BusType type : List.of(BusType.REFERENCE, BusType.PV)) {
        for (int b = 0; b < lost.length; b++) {
          if (!lost[b] && network.buses().get(b).type() == type && unitRunsAt(b)) {
            return b;
          }
        }
      }
      throw new IllegalStateException("No plant that holds a voltage is left.");
    }

    private boolean unitRunsAt(int bus) {
      for (int g = 0; g < runs.length; g++) {
        if (runs[g] && index.bus(network.generators().get(g).bus()) == bus) {
          return true;
        }
      }
      return false;
    }

    AcFlow ac() {
      int n = lost.length;
      boolean[] angleHeld = lost.clone();
      boolean[] voltageHeld = lost.clone();
      double[] magnitude = baseMagnitude.clone();
      int reference = reference();
      angleHeld[reference] = true;
      voltageHeld[reference] = true;
      for (int g = runs.length - 1; g >= 0; g--) {
        int bus = index.bus(network.generators().get(g).bus());
        Bus at = network.buses().get(bus);
        if (runs[g] && at.type() != BusType.PQ) {
          voltageHeld[bus] = true;
          magnitude[bus] = network.generators().get(g).vSetPu();
        }
      }
      double[] active = new double[n];
      double[] wanted = new double[n];
      for (int b = 0; b < n; b++) {
        active[b] = net[b] / network.baseMva();
        wanted[b] = reactive[b] / network.baseMva();
      }
      AcFlow flow = new AcFlow(index, on, magnitude, baseAngle);
      mismatchPu = flow.solve(active, wanted, angleHeld, voltageHeld, TOLERANCE_PU);
      return flow;
    }

    Finding finding(double[] flow, double mismatch) {
      int count = 0;
      for (boolean gone : lost) {
        count += gone ? 1 : 0;
      }
      return new Finding(flow, count, lostLoad, lostGeneration, mismatch);
    }
  }
}
