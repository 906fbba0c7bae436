package org.gridclear.powerflow;

import java.util.List;
import org.gridclear.admittance.AdmittanceMatrix;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.topology.Islands;
import org.gridclear.topology.ReferenceChoice;

/**
 * One operating point as arrays. What belongs to a bus is by position in the elimination order and
 * in p.u. of the network's base; what belongs to a branch is in the order of the network's list.
 *
 * <p>Every island has its own reference ({@link ReferenceChoice}). An island where no unit runs is
 * dead: its buses carry no voltage.
 */
public final class PowerFlowModel {
  private final NetworkStructure structure;
  private final OperatingPoint point;
  private final boolean[] branchOn;
  private final int[] fromPosition;
  private final int[] toPosition;
  private final int[] islandOf;
  private final int[] referenceOf;
  private final double[] generationPu;
  private final double[] loadPu;
  private final double[] otherPu;
  private final double[] reactivePu;
  private final double[] reactiveMinPu;
  private final double[] reactiveMaxPu;
  private final double[] voltageSetPu;
  private final boolean[] regulating;
  private final double[] roomUpPu;
  private final double[] roomDownPu;
  private final double[] listed;

  /** Turns an operating point into arrays; branches that join a bus with itself are left out. */
  public PowerFlowModel(NetworkStructure structure, OperatingPoint point) {
    this.structure = structure;
    this.point = point;
    NetworkIndex index = structure.index();
    int n = index.busCount();
    branchOn = point.branchOn().clone();
    fromPosition = new int[index.branchCount()];
    toPosition = new int[index.branchCount()];
    for (int l = 0; l < branchOn.length; l++) {
      fromPosition[l] = structure.symbolic().position(index.from(l));
      toPosition[l] = structure.symbolic().position(index.to(l));
      branchOn[l] &= fromPosition[l] != toPosition[l];
    }
    generationPu = new double[n];
    loadPu = new double[n];
    otherPu = new double[n];
    reactivePu = new double[n];
    reactiveMinPu = new double[n];
    reactiveMaxPu = new double[n];
    voltageSetPu = new double[n];
    regulating = new boolean[n];
    roomUpPu = new double[n];
    roomDownPu = new double[n];
    listed = new double[n];
    injections(index.network());
    Islands islands = Islands.of(index, branchOn);
    islandOf = new int[n];
    for (int b = 0; b < n; b++) {
      islandOf[position(b)] = islands.of(b);
    }
    referenceOf = references(islands, index.network().buses());
  }

  private void injections(Network network) {
    double base = network.baseMva();
    for (int g = 0; g < point.generatorOn().length; g++) {
      if (point.generatorOn()[g]) {
        add(network.generators().get(g), point.generatorMw()[g], base);
      }
    }
    for (int d = 0; d < point.loadMw().length; d++) {
      Load load = network.loads().get(d);
      int k = position(structure.index().bus(load.bus()));
      loadPu[k] += point.loadMw()[d] / base;
      reactivePu[k] -= point.loadMvar()[d] / base;
    }
    for (HvdcLine line : network.hvdcLines()) {
      if (line.inService()) {
        otherPu[position(structure.index().bus(line.from()))] -= line.pFromMw() / base;
        otherPu[position(structure.index().bus(line.to()))] += line.pToMw() / base;
      }
    }
  }

  private void add(Generator generator, double mw, double base) {
    int bus = structure.index().bus(generator.bus());
    int k = position(bus);
    BusType type = structure.index().network().buses().get(bus).type();
    generationPu[k] += mw / base;
    reactiveMinPu[k] += generator.qMinMvar() / base;
    reactiveMaxPu[k] += generator.qMaxMvar() / base;
    roomUpPu[k] += Math.max(0, generator.pMaxMw() - mw) / base;
    roomDownPu[k] += Math.max(0, mw - generator.pMinMw()) / base;
    listed[k] += generator.participation();
    if (type == BusType.PV || type == BusType.REFERENCE) {
      voltageSetPu[k] = regulating[k] ? voltageSetPu[k] : generator.vSetPu();
      regulating[k] = true;
    } else {
      reactivePu[k] += generator.qMvar() / base;
    }
  }

  private int[] references(Islands islands, List<Bus> buses) {
    int n = buses.size();
    int[] partOf = new int[n];
    double[] capacity = new double[n];
    boolean[] runs = new boolean[n];
    for (int b = 0; b < n; b++) {
      partOf[b] = islands.of(b);
      capacity[b] = generationPu[position(b)] + roomUpPu[position(b)];
    }
    for (int g = 0; g < point.generatorOn().length; g++) {
      String bus = structure.index().network().generators().get(g).bus();
      runs[structure.index().bus(bus)] |= point.generatorOn()[g];
    }
    int[] reference = ReferenceChoice.of(buses, partOf, islands.count(), runs, capacity);
    for (int island = 0; island < reference.length; island++) {
      reference[island] = reference[island] < 0 ? -1 : position(reference[island]);
    }
    return reference;
  }

  /** What all operating points share. */
  public NetworkStructure structure() {
    return structure;
  }

  /** The operating point. */
  public OperatingPoint point() {
    return point;
  }

  /** Number of buses. */
  public int size() {
    return generationPu.length;
  }

  /** Position of bus {@code b}. */
  public int position(int b) {
    return structure.symbolic().position(b);
  }

  /** Bus at position {@code k}. */
  public int bus(int k) {
    return structure.symbolic().row(k);
  }

  /** Per branch, whether it carries flow. */
  public boolean[] branchOn() {
    return branchOn;
  }

  /** Position of the bus at the sending end of branch {@code l}. */
  public int from(int l) {
    return fromPosition[l];
  }

  /** Position of the bus at the receiving end of branch {@code l}. */
  public int to(int l) {
    return toPosition[l];
  }

  /** Number of islands. */
  public int islandCount() {
    return referenceOf.length;
  }

  /** Island of position {@code k}. */
  public int island(int k) {
    return islandOf[k];
  }

  /** Position of the reference of an island; -1 if the island is dead. */
  public int reference(int island) {
    return referenceOf[island];
  }

  /** Whether position {@code k} is the reference of its island. */
  public boolean isReference(int k) {
    return referenceOf[islandOf[k]] == k;
  }

  /** Whether position {@code k} has voltage. */
  public boolean alive(int k) {
    return referenceOf[islandOf[k]] >= 0;
  }

  /** Whether the angle at position {@code k} is given: references and dead buses. */
  public boolean angleFixed(int k) {
    return !alive(k) || isReference(k);
  }

  /** The bus admittance matrix of the branches that carry flow, built anew. */
  public AdmittanceMatrix admittanceMatrix() {
    return new AdmittanceMatrix(
        structure.incidence(), structure.symbolic(), structure.admittances(), branchOn);
  }

  /** Active power injected: generation and HVDC less load. */
  public double activePu(int k) {
    return generationPu[k] + otherPu[k] - loadPu[k];
  }

  /** Active power of the running generators. */
  public double generationPu(int k) {
    return generationPu[k];
  }

  /** Active power of the loads. */
  public double loadPu(int k) {
    return loadPu[k];
  }

  /** Reactive power injected by what does not regulate voltage. */
  public double reactivePu(int k) {
    return reactivePu[k];
  }

  /** Least reactive power of the running generators. */
  public double reactiveMinPu(int k) {
    return Math.min(reactiveMinPu[k], reactiveMaxPu[k]);
  }

  /** Greatest reactive power of the running generators. */
  public double reactiveMaxPu(int k) {
    return Math.max(reactiveMinPu[k], reactiveMaxPu[k]);
  }

  /** Whether a running generator holds the voltage here. */
  public boolean regulating(int k) {
    return regulating[k];
  }

  /** Voltage that is held here, where one is. */
  public double voltageSetPu(int k) {
    return voltageSetPu[k];
  }

  /** Room of the running generators: upward, or downward. */
  public double roomPu(int k, boolean up) {
    return up ? roomUpPu[k] : roomDownPu[k];
  }

  /** Sum of the listed participation factors of the running generators. */
  public double listedShare(int k) {
    return listed[k];
  }
}
