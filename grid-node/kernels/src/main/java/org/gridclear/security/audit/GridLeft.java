package org.gridclear.security.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;

/**
 * A network with equipment really taken out, by bus number, read anew from its lists: what hangs
 * together, where units run, which bus is the reference, and what it injects.
 */
final class GridLeft {
  private final Network network;
  private final OperatingPoint point;
  private final GridLists lists;
  private final NetworkIndex index;
  private final int[] busOf;
  private final boolean[] branchOn;
  private final boolean[] unitOn;
  private final boolean[] lineOut;
  private final boolean[] gone;
  private final int[] islandOf;
  private final List<List<Integer>> islands = new ArrayList<>();
  private final List<Integer> references = new ArrayList<>();

  private GridLeft(
      Network network,
      OperatingPoint point,
      GridLists lists,
      boolean[] branchOn,
      boolean[] unitOn,
      boolean[] lineOut,
      boolean[] gone) {
    this.network = network;
    this.point = point;
    this.lists = lists;
    this.index = lists.index();
    this.busOf = new int[unitOn.length];
    for (int b = 0; b < gone.length; b++) {
      for (int g : lists.units().get(b)) {
        busOf[g] = b;
      }
    }
    this.branchOn = branchOn;
    this.unitOn = unitOn;
    this.lineOut = lineOut;
    this.gone = gone;
    this.islandOf = new int[gone.length];
    Arrays.fill(islandOf, -1);
    for (int b = 0; b < gone.length; b++) {
      if (islandOf[b] < 0 && !gone[b]) {
        islands.add(search(b));
      }
    }
    for (List<Integer> island : islands) {
      references.add(reference(island));
    }
    for (int b = 0; b < gone.length; b++) {
      gone[b] |= islandOf[b] < 0 || references.get(islandOf[b]) < 0;
    }
    for (int l = 0; l < branchOn.length; l++) {
      branchOn[l] &= !gone[index.from(l)] && !gone[index.to(l)] && index.from(l) != index.to(l);
    }
    for (int g = 0; g < unitOn.length; g++) {
      unitOn[g] &= !gone[busOf(g)];
    }
  }

  /** The network of an operating point. */
  static GridLeft before(Network network, OperatingPoint point) {
    boolean[] gone = new boolean[network.buses().size()];
    for (int b = 0; b < gone.length; b++) {
      gone[b] = network.buses().get(b).type() == BusType.ISOLATED;
    }
    boolean[] lineOut = new boolean[network.hvdcLines().size()];
    for (int h = 0; h < lineOut.length; h++) {
      lineOut[h] = !network.hvdcLines().get(h).inService();
    }
    boolean[] on = point.branchOn().clone();
    GridLists lists = GridLists.of(network, point.loadMw(), point.loadMvar());
    NetworkIndex index = lists.index();
    for (int l = 0; l < on.length; l++) {
      on[l] &= !gone[index.from(l)] && !gone[index.to(l)];
    }
    return new GridLeft(network, point, lists, on, point.generatorOn().clone(), lineOut, gone);
  }

  /** This network after an outage, with one part of each of its islands left. */
  GridLeft after(Outage outage) {
    boolean[] on = branchOn.clone();
    boolean[] runs = unitOn.clone();
    boolean[] stopped = lineOut.clone();
    boolean[] without = gone.clone();
    for (int bus : outage.buses()) {
      without[bus] = true;
    }
    for (int l : outage.branches()) {
      on[l] = false;
    }
    for (int l = 0; l < on.length; l++) {
      on[l] &= !without[index.from(l)] && !without[index.to(l)];
    }
    for (int g : outage.generators()) {
      runs[g] = false;
    }
    for (int g = 0; g < runs.length; g++) {
      runs[g] &= !without[busOf(g)];
    }
    Arrays.stream(outage.hvdcLines()).forEach(h -> stopped[h] = true);
    GridLeft parts =
        new GridLeft(network, point, lists, on.clone(), runs.clone(), stopped, without.clone());
    for (List<Integer> island : islands) {
      Set<Integer> living = new HashSet<>(living(parts, island, runs));
      for (int bus : island) {
        without[bus] |= !living.contains(bus);
      }
    }
    for (int l = 0; l < on.length; l++) {
      on[l] &= !without[index.from(l)] && !without[index.to(l)];
    }
    return new GridLeft(network, point, lists, on, runs, stopped, without);
  }

  /** The part of an island that lives: the rule of docs/security.md, written once more. */
  private List<Integer> living(GridLeft parts, List<Integer> island, boolean[] runs) {
    Set<Integer> numbers = new HashSet<>();
    island.forEach(bus -> numbers.add(parts.islandOf[bus]));
    int reference = reference(island);
    Comparator<List<Integer>> order =
        Comparator.comparingLong((List<Integer> part) -> served(part, runs))
            .thenComparingInt(List::size)
            .thenComparing(part -> part.contains(reference))
            .thenComparing(part -> -part.get(0));
    return numbers.stream()
        .filter(number -> number >= 0)
        .map(parts.islands::get)
        .filter(part -> part.stream().anyMatch(bus -> unitsAt(bus, runs) > 0))
        .max(order)
        .orElse(List.of());
  }

  private long served(List<Integer> part, boolean[] runs) {
    long load = 0;
    long capacity = 0;
    for (int bus : part) {
      load += Math.round(1e6 * Math.max(0, loadMw(bus)));
      for (int g : lists.units().get(bus)) {
        double most = Math.max(0, capacityMw(g));
        capacity += runs[g] ? Math.round(1e6 * most) : 0;
      }
    }
    return Math.min(load, capacity);
  }

  private double capacityMw(int g) {
    double mw = point.generatorMw()[g];
    return Math.max(mw, Math.min(mostMw(g), mw + UnitShares.ROOM_MAX_MW));
  }

  /** Greatest output at this moment. */
  double mostMw(int g) {
    return point.outputMaxMw(g, generator(g));
  }

  double leastMw(int g) {
    return point.outputMinMw(g, generator(g));
  }

  private int unitsAt(int bus, boolean[] runs) {
    int count = 0;
    for (int g : lists.units().get(bus)) {
      count += runs[g] ? 1 : 0;
    }
    return count;
  }

  private List<Integer> search(int start) {
    List<Integer> found = new ArrayList<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
    islandOf[start] = islands.size();
    while (!queue.isEmpty()) {
      int bus = queue.removeFirst();
      found.add(bus);
      for (int l : lists.branches().get(bus)) {
        int other = index.from(l) == bus ? index.to(l) : index.from(l);
        if (branchOn[l] && islandOf[other] < 0 && !gone[other]) {
          islandOf[other] = islands.size();
          queue.add(other);
        }
      }
    }
    found.sort(null);
    return found;
  }

  private int reference(List<Integer> island) {
    for (BusType type : List.of(BusType.REFERENCE, BusType.PV)) {
      for (int bus : island) {
        if (network.buses().get(bus).type() == type && unitsAt(bus, unitOn) > 0) {
          return bus;
        }
      }
    }
    int best = -1;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int bus : island) {
      double capacity = 0;
      for (int g : lists.units().get(bus)) {
        capacity += unitOn[g] ? capacityMw(g) : 0;
      }
      if (unitsAt(bus, unitOn) > 0 && (best < 0 || capacity > greatest + 1e-9 * greatest)) {
        best = bus;
        greatest = capacity;
      }
    }
    return best;
  }

  int islands() {
    return islands.size();
  }

  int island(int bus) {
    return islandOf[bus];
  }

  /** Reference of an island, -1 if it is dead. */
  int reference(int island) {
    return references.get(island);
  }

  boolean isReference(int bus) {
    return alive(bus) && reference(islandOf[bus]) == bus;
  }

  /** Reference of what is left of an island of a network before; -1 if nothing is. */
  int referenceWithin(GridLeft before, int island) {
    for (int bus : before.islands.get(island)) {
      if (isReference(bus)) {
        return bus;
      }
    }
    return -1;
  }

  boolean alive(int bus) {
    return !gone[bus];
  }

  boolean runs(int g) {
    return unitOn[g];
  }

  boolean on(int l) {
    return branchOn[l];
  }

  Generator generator(int g) {
    return network.generators().get(g);
  }

  int busOf(int g) {
    return busOf[g];
  }

  double baseMva() {
    return network.baseMva();
  }

  NetworkIndex index() {
    return index;
  }

  double loadMw(int bus) {
    return lists.load()[0][bus];
  }

  /** Load without any unit left, but for that of buses taken out themselves. */
  double darkLoadMw(Outage outage, GridLeft before) {
    double sum = 0;
    for (int island = 0; island < before.islands(); island++) {
      boolean dark = before.reference(island) >= 0 && referenceWithin(before, island) < 0;
      for (int bus : before.islands.get(island)) {
        boolean out = Arrays.stream(outage.buses()).anyMatch(b -> b == bus);
        sum += dark && !out ? loadMw(bus) : 0;
      }
    }
    return sum;
  }

  /** Sum over the buses of an island. */
  double sum(double[] values, int island) {
    return islands.get(island).stream().mapToDouble(bus -> values[bus]).sum();
  }

  /** Net injection of every bus in MW; {@code dc} with bus shunts at 1 p.u. */
  double[] netMw(double[] unitMw, boolean dc) {
    double[] net = new double[gone.length];
    for (int g = 0; g < unitOn.length; g++) {
      net[busOf(g)] += unitOn[g] ? unitMw[g] : 0;
    }
    for (int b = 0; b < net.length; b++) {
      net[b] -= loadMw(b);
    }
    for (int h = 0; h < lineOut.length; h++) {
      HvdcLine line = network.hvdcLines().get(h);
      if (transmits(h)) {
        net[index.bus(line.from())] -= point.hvdcFromMw(h, line);
        net[index.bus(line.to())] += point.hvdcToMw(h, line);
      }
    }
    network.shunts().forEach(s -> net[index.bus(s.bus())] -= dc ? s.gMw() : 0);
    for (int b = 0; b < net.length; b++) {
      net[b] = gone[b] ? 0 : net[b];
    }
    return net;
  }

  boolean transmits(int h) {
    HvdcLine line = network.hvdcLines().get(h);
    return !lineOut[h] && alive(index.bus(line.from())) && alive(index.bus(line.to()));
  }

  double[] dcFlows(double[] netMw) {
    return new DcFlow(index, branchOn).flows(netMw);
  }

  boolean regulates(int bus) {
    Bus at = network.buses().get(bus);
    boolean type = at.type() == BusType.PV || at.type() == BusType.REFERENCE;
    boolean converter = converters(bus).stream().anyMatch(HvdcLine.Converter::holdsVoltage);
    return alive(bus) && (converter || (type && unitsAt(bus, unitOn) > 0));
  }

  /** Converters of lines that carry power at a bus, sending ends first. */
  private List<HvdcLine.Converter> converters(int bus) {
    List<HvdcLine.Converter> found = new ArrayList<>();
    for (boolean sending : new boolean[] {true, false}) {
      for (int h = 0; h < lineOut.length; h++) {
        HvdcLine line = network.hvdcLines().get(h);
        String end = sending ? line.from() : line.to();
        if (transmits(h) && index.bus(end) == bus) {
          found.add(sending ? line.fromEnd() : line.toEnd());
        }
      }
    }
    return found;
  }

  /** Set point of the last running unit of the file, then of converters. */
  double setPointPu(int bus) {
    double set = Double.NaN;
    for (int g : lists.units().get(bus)) {
      set = unitOn[g] ? generator(g).vSetPu() : set;
    }
    for (HvdcLine.Converter converter : converters(bus)) {
      set = converter.holdsVoltage() ? converter.vSetPu() : set;
    }
    return set;
  }

  /** Reactive power of what does not hold a voltage, in Mvar. */
  double fixedMvar(int bus) {
    double sum = -lists.load()[1][bus];
    for (int g : lists.units().get(bus)) {
      sum += unitOn[g] && !regulates(bus) ? generator(g).qMvar() : 0;
    }
    for (HvdcLine.Converter converter : converters(bus)) {
      sum += converter.holdsVoltage() ? 0 : converter.qMvar();
    }
    return sum;
  }

  /** Reactive limit of the units and converters of a bus together, in Mvar. */
  double limitMvar(int bus, boolean upper) {
    double least = 0;
    double greatest = 0;
    for (int g : lists.units().get(bus)) {
      double mw = point.generatorMw()[g];
      least += unitOn[g] ? generator(g).qMinMvarAt(mw) : 0;
      greatest += unitOn[g] ? generator(g).qMaxMvarAt(mw) : 0;
    }
    for (HvdcLine.Converter converter : converters(bus)) {
      least += converter.holdsVoltage() ? converter.qMinMvar() : 0;
      greatest += converter.holdsVoltage() ? converter.qMaxMvar() : 0;
    }
    return upper ? Math.max(least, greatest) : Math.min(least, greatest);
  }
}
