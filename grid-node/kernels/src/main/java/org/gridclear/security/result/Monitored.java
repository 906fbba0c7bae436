package org.gridclear.security.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.jspecify.annotations.Nullable;

/**
 * The devices whose limits are checked (H-03): rated branches in service (lines and transformers),
 * flowgates, and, in AC, buses. Devices are numbered: branches as in the network's list, then
 * flowgates, then buses. A rating of 0 is no limit. Rows of branches are sorted by position, so
 * that a pass over them walks through the angles instead of jumping.
 */
public final class Monitored {
  /** A limit of nothing, which a branch or flowgate may have in a period, in MVA. */
  private static final double NOTHING_MVA = 1e-3;

  private final PowerFlowModel model;
  private final Network network;

  /** Positions of the branches, by device. */
  public final int[] branch;

  /** Position of the bus where each begins. */
  public final int[] from;

  /** Position of the bus where each ends. */
  public final int[] to;

  /** Limit of each. */
  public final double[] limitPu;

  private final int[] rowOfBranch;

  /** Branches of each flowgate. */
  public final int[][] gateBranches;

  /** Weight of each of them. */
  public final double[][] gateWeights;

  /** Limit of each flowgate. */
  public final double[] gateLimitPu;

  /** Limit of each flowgate the other way. */
  public final double[] gateReversePu;

  /** Least voltage of each bus, p.u. */
  public final double[] voltageMin;

  /** Greatest voltage of each bus, p.u. */
  public final double[] voltageMax;

  /**
   * Collects the devices of an operating point.
   *
   * @param watched per device of the network, whether it is in scope; null for all
   */
  public Monitored(PowerFlowModel model, ScreeningOptions options, boolean @Nullable [] watched) {
    this.model = model;
    NetworkIndex index = model.structure().index();
    network = index.network();
    double base = network.baseMva();
    int branchCount = index.branchCount();
    rowOfBranch = new int[branchCount];
    Arrays.fill(rowOfBranch, -1);
    double[] limits = new double[branchCount];
    Arrays.setAll(limits, l -> limitMva(network, model.point(), options.rating(), l) / base);
    branch =
        IntStream.range(0, branchCount)
            .filter(l -> model.branchOn()[l] && model.alive(model.from(l)))
            .filter(l -> limits[l] > 0 && Double.isFinite(limits[l]))
            .filter(l -> watched == null || watched[l])
            .boxed()
            .sorted(Comparator.comparingInt(l -> Math.min(model.from(l), model.to(l))))
            .mapToInt(Integer::intValue)
            .toArray();
    limitPu = Arrays.stream(branch).mapToDouble(l -> limits[l]).toArray();
    from = new int[branch.length];
    to = new int[branch.length];
    for (int m = 0; m < branch.length; m++) {
      rowOfBranch[branch[m]] = m;
      from[m] = model.from(branch[m]);
      to[m] = model.to(branch[m]);
    }
    List<Flowgate> gates = network.flowgates();
    gateBranches = new int[gates.size()][];
    gateWeights = new double[gates.size()][];
    gateLimitPu = new double[gates.size()];
    gateReversePu = new double[gates.size()];
    gates(gates, index, watched);
    voltageMin = new double[model.size()];
    voltageMax = new double[model.size()];
    voltages(branchCount + gates.size(), watched);
  }

  private void voltages(int firstBus, boolean @Nullable [] watched) {
    for (int k = 0; k < model.size(); k++) {
      Bus bus = network.buses().get(model.bus(k));
      boolean in =
          model.alive(k)
              && bus.vMaxPu() > bus.vMinPu()
              && (watched == null || watched[firstBus + model.bus(k)]);
      voltageMin[k] = in ? bus.vMinPu() : Double.NEGATIVE_INFINITY;
      voltageMax[k] = in ? bus.vMaxPu() : Double.POSITIVE_INFINITY;
    }
  }

  private void gates(List<Flowgate> gates, NetworkIndex index, boolean @Nullable [] watched) {
    for (int g = 0; g < gates.size(); g++) {
      List<Flowgate.Term> terms = gates.get(g).terms();
      gateBranches[g] = terms.stream().mapToInt(term -> index.branch(term.branch())).toArray();
      gateWeights[g] = terms.stream().mapToDouble(Flowgate.Term::weight).toArray();
      boolean in = watched == null || watched[index.branchCount() + g];
      double forward = model.point().gateMw(g, gates.get(g));
      double reverse = model.point().gateReverseMw(g, gates.get(g));
      gateLimitPu[g] =
          in ? Math.max(forward, NOTHING_MVA) / network.baseMva() : Double.POSITIVE_INFINITY;
      gateReversePu[g] =
          in ? Math.max(reverse, NOTHING_MVA) / network.baseMva() : Double.POSITIVE_INFINITY;
    }
  }

  /** Limit of a branch at an operating point; 0 for none. */
  public static double limitMva(
      Network network, OperatingPoint point, ScreeningOptions.Rating rating, int l) {
    Branch.Ratings ratings = network.branches().get(l).ratings();
    if (point.normalMva().length == 0) {
      return rating.of(ratings);
    }
    double mva =
        switch (rating) {
          case NORMAL -> point.normalMva()[l];
          case SHORT_TERM ->
              ratings.shortTermMva() > 0 ? ratings.shortTermMva() : point.normalMva()[l];
          case EMERGENCY -> point.emergencyMva()[l];
        };
    return Double.isFinite(mva) ? Math.max(mva, NOTHING_MVA) : 0;
  }

  /** Number of monitored branches. */
  public int rows() {
    return from.length;
  }

  /** Row of a branch among the monitored ones; -1 if it is not monitored. */
  public int row(int l) {
    return rowOfBranch[l];
  }

  /**
   * Positions at the ends of monitored branches and of the branches of flowgates, with all above
   * them in the elimination tree, descending.
   */
  public int[] needed() {
    boolean[] needed = new boolean[model.size()];
    for (int m = 0; m < from.length; m++) {
      mark(needed, from[m]);
      mark(needed, to[m]);
    }
    for (int[] branches : gateBranches) {
      for (int l : branches) {
        mark(needed, model.from(l));
        mark(needed, model.to(l));
      }
    }
    int last = needed.length - 1;
    return IntStream.rangeClosed(0, last).map(k -> last - k).filter(k -> needed[k]).toArray();
  }

  private void mark(boolean[] needed, int position) {
    for (int k = position; k >= 0 && !needed[k]; k = model.structure().symbolic().parent(k)) {
      needed[k] = true;
    }
  }

  /**
   * The loading of a voltage: its distance from the middle of its band as a share of half the band,
   * so that it is 1 at a limit.
   */
  public double voltageLoading(int position, double magnitudePu) {
    return voltageLoading(magnitudePu, voltageMin[position], voltageMax[position]);
  }

  /** The loading of a voltage in a band. */
  public static double voltageLoading(double magnitudePu, double minPu, double maxPu) {
    return Math.abs(magnitudePu - (maxPu + minPu) / 2) / ((maxPu - minPu) / 2);
  }

  /** Bus at a position. */
  int busAt(int position) {
    return model.bus(position);
  }

  /** Device of a flowgate. */
  public int flowgateDevice(int g) {
    return rowOfBranch.length + g;
  }

  /** Device of a bus. */
  public int busDevice(int bus) {
    return rowOfBranch.length + gateLimitPu.length + bus;
  }

  /** Power base in MVA. */
  public double baseMva() {
    return network.baseMva();
  }

  /** What kind of device a number stands for. */
  public enum Kind {
    LINE,
    TRANSFORMER,
    FLOWGATE,
    BUS
  }

  /**
   * A device by its number.
   *
   * @param kind what it is
   * @param id its id among its kind
   * @param kv its greatest nominal voltage, 0 where none is known
   * @param zone zone of its first bus
   */
  public record Device(Kind kind, String id, double kv, String zone) {}

  /** All devices of a network in the order of their numbers, monitored or not. */
  public static List<Device> devices(Network network) {
    List<Device> devices = new ArrayList<>();
    NetworkIndex index = new NetworkIndex(network);
    for (Branch branch : network.branches()) {
      Bus from = network.buses().get(index.bus(branch.from()));
      Bus to = network.buses().get(index.bus(branch.to()));
      devices.add(
          new Device(
              Kind.valueOf(branch.kind().name()),
              branch.id(),
              Math.max(from.baseKv(), to.baseKv()),
              from.zone()));
    }
    network.flowgates().forEach(gate -> devices.add(new Device(Kind.FLOWGATE, gate.id(), 0, "")));
    network
        .buses()
        .forEach(bus -> devices.add(new Device(Kind.BUS, bus.id(), bus.baseKv(), bus.zone())));
    return devices;
  }
}
