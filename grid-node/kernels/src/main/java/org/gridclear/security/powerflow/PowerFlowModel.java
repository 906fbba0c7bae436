package org.gridclear.security.powerflow;

import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.network.topology.Islands;
import org.gridclear.network.topology.ReferenceChoice;
import org.gridclear.numerics.AdmittanceMatrix;

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
  private final boolean[] hvdcOn;
  private final int[] fromPosition;
  private final int[] toPosition;
  private final int[] islandOf;
  private final int[] referenceOf;
  private int[] furtherReferences = new int[0];
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
    this(structure, point, new boolean[structure.index().network().hvdcLines().size()]);
  }

  /**
   * Turns an operating point after an outage into arrays.
   *
   * @param hvdcOut per HVDC line, whether the outage has stopped it
   */
  public PowerFlowModel(NetworkStructure structure, OperatingPoint point, boolean[] hvdcOut) {
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
      branchOn[l] &=
          fromPosition[l] != toPosition[l] && !isolated(index.from(l)) && !isolated(index.to(l));
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
    Islands islands = Islands.of(index, branchOn);
    islandOf = new int[n];
    for (int b = 0; b < n; b++) {
      islandOf[position(b)] = islands.of(b);
    }
    referenceOf = references(islands, index.network().buses());
    hvdcOn = new boolean[hvdcOut.length];
    for (int h = 0; h < hvdcOn.length; h++) {
      hvdcOn[h] = hvdcLine(h).inService() && !hvdcOut[h] && alive(hvdcFrom(h)) && alive(hvdcTo(h));
    }
    findRegulating(index.network());
    injections(index.network());
    hvdcLines(index.network().baseMva());
  }

  private boolean isolated(int bus) {
    return structure.index().network().buses().get(bus).type() == BusType.ISOLATED;
  }

  private void injections(Network network) {
    double base = network.baseMva();
    for (int g = 0; g < point.generatorOn().length; g++) {
      if (point.generatorOn()[g]) {
        add(g, network.generators().get(g), base);
      }
    }
    for (int d = 0; d < point.loadMw().length; d++) {
      int k = position(structure.loadBus()[d]);
      loadPu[k] += point.loadMw()[d] / base;
      reactivePu[k] -= point.loadMvar()[d] / base;
    }
  }

  /** A line with an end that is dead carries nothing at the other end either. */
  private void hvdcLines(double base) {
    for (int h = 0; h < hvdcOn.length; h++) {
      if (hvdcOn[h]) {
        converter(hvdcFrom(h), hvdcFromPu(h), hvdcLine(h).fromEnd(), base);
      }
    }
    for (int h = 0; h < hvdcOn.length; h++) {
      if (hvdcOn[h]) {
        converter(hvdcTo(h), hvdcToPu(h), hvdcLine(h).toEnd(), base);
      }
    }
  }

  private void converter(int k, double activePu, HvdcLine.Converter end, double base) {
    otherPu[k] += activePu;
    if (end.holdsVoltage()) {
      voltageSetPu[k] = end.vSetPu();
      reactiveMinPu[k] += end.qMinMvar() / base;
      reactiveMaxPu[k] += end.qMaxMvar() / base;
    } else {
      reactivePu[k] += end.qMvar() / base;
    }
  }

  private void add(int g, Generator generator, double base) {
    double mw = point.generatorMw()[g];
    int k = position(structure.generatorBus()[g]);
    generationPu[k] += mw / base;
    roomUpPu[k] += point.roomUpMw(g, generator, mw) / base;
    roomDownPu[k] += point.roomDownMw(g, generator, mw) / base;
    listed[k] += generator.participation();
    if (regulating[k]) {
      voltageSetPu[k] = generator.vSetPu();
      reactiveMinPu[k] += generator.qMinMvarAt(mw) / base;
      reactiveMaxPu[k] += generator.qMaxMvarAt(mw) / base;
    } else {
      reactivePu[k] += generator.qMvar() / base;
    }
  }

  /** Where a running unit or a converter holds the voltage; the last one says which. */
  private void findRegulating(Network network) {
    for (int g = 0; g < point.generatorOn().length; g++) {
      int b = structure.generatorBus()[g];
      BusType type = network.buses().get(b).type();
      regulating[position(b)] |=
          point.generatorOn()[g] && (type == BusType.PV || type == BusType.REFERENCE);
    }
    for (int h = 0; h < hvdcOn.length; h++) {
      regulating[hvdcFrom(h)] |= hvdcOn[h] && hvdcLine(h).fromEnd().holdsVoltage();
      regulating[hvdcTo(h)] |= hvdcOn[h] && hvdcLine(h).toEnd().holdsVoltage();
    }
  }

  private int[] references(Islands islands, List<Bus> buses) {
    int n = buses.size();
    int[] partOf = new int[n];
    double[] capacity = new double[n];
    boolean[] runs = new boolean[n];
    for (int b = 0; b < n; b++) {
      partOf[b] = islands.of(b);
    }
    for (int g = 0; g < point.generatorOn().length; g++) {
      Generator generator = structure.index().network().generators().get(g);
      if (point.generatorOn()[g]) {
        int b = structure.generatorBus()[g];
        double mw = point.generatorMw()[g];
        runs[b] = true;
        capacity[b] += mw + point.roomUpMw(g, generator, mw);
      }
    }
    int[] reference = ReferenceChoice.of(buses, partOf, islands.count(), runs, capacity);
    furtherReferences =
        IntStream.range(0, n)
            .filter(b -> runs[b] && buses.get(b).type() == BusType.REFERENCE)
            .filter(b -> reference[partOf[b]] != b)
            .map(this::position)
            .toArray();
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

  /** Per HVDC line, whether it carries power. */
  public boolean[] hvdcOn() {
    return hvdcOn;
  }

  /** Position of the bus at the sending end of HVDC line {@code h}. */
  public int hvdcFrom(int h) {
    return position(structure.index().bus(hvdcLine(h).from()));
  }

  /** Position of the bus at the receiving end of HVDC line {@code h}. */
  public int hvdcTo(int h) {
    return position(structure.index().bus(hvdcLine(h).to()));
  }

  /** Active power that HVDC line {@code h} puts in at its sending end: negative if it sends. */
  public double hvdcFromPu(int h) {
    return -point.hvdcFromMw(h, hvdcLine(h)) / structure.index().network().baseMva();
  }

  /** Active power that HVDC line {@code h} puts in at its receiving end. */
  public double hvdcToPu(int h) {
    return point.hvdcToMw(h, hvdcLine(h)) / structure.index().network().baseMva();
  }

  private HvdcLine hvdcLine(int h) {
    return structure.index().network().hvdcLines().get(h);
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

  /**
   * Positions of buses of type REFERENCE with a running unit beside the reference of their island.
   * A base case whose mismatch the references take holds their angles too, as MATPOWER does; what
   * they give then is their schedule.
   */
  public int[] furtherReferences() {
    return furtherReferences;
  }

  /** Angle of the file at position {@code k}, in degrees. */
  public double fileAngleDeg(int k) {
    return structure.index().network().buses().get(bus(k)).angleDeg();
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
