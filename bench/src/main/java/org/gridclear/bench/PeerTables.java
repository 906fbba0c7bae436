package org.gridclear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;

/** Writes a network as the tables of a MATPOWER case, for a peer to read. */
final class PeerTables {
  private PeerTables() {}

  /** Reactive limit of a reference that has none. */
  private static final double UNLIMITED_MVAR = 9999;

  static void write(Network network, Path folder) throws IOException {
    write(network, folder, false);
  }

  /**
   * Writes the tables.
   *
   * @param unlimitedReference whether units at the reference have no reactive limits, as here
   */
  static void write(Network network, Path folder, boolean unlimitedReference) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("bus.csv"), buses(network));
    Files.write(folder.resolve("gen.csv"), generators(network, unlimitedReference));
    Files.write(folder.resolve("branch.csv"), branches(network));
    Files.writeString(folder.resolve("base.txt"), String.valueOf(network.baseMva()));
  }

  private static List<String> buses(Network network) {
    Map<String, double[]> atBus = new HashMap<>();
    network.buses().forEach(bus -> atBus.put(bus.id(), new double[4]));
    for (Load load : network.loads()) {
      double[] at = at(atBus, load.bus());
      at[0] += load.pMw();
      at[1] += load.qMvar();
    }
    for (Shunt shunt : network.shunts()) {
      double[] at = at(atBus, shunt.bus());
      at[2] += shunt.gMw();
      at[3] += shunt.bMvar();
    }
    List<String> buses = new ArrayList<>();
    for (Bus bus : network.buses()) {
      double[] at = at(atBus, bus.id());
      int type =
          switch (bus.type()) {
            case PQ -> 1;
            case PV -> 2;
            case REFERENCE -> 3;
            case ISOLATED -> 4;
          };
      buses.add(
          row(
              bus.id(),
              type,
              at[0],
              at[1],
              at[2],
              at[3],
              1,
              bus.vSetPu(),
              bus.angleDeg(),
              bus.baseKv(),
              1,
              bus.vMaxPu(),
              bus.vMinPu()));
    }
    return buses;
  }

  /** Load and shunts of a bus that is there. */
  private static double[] at(Map<String, double[]> atBus, String bus) {
    return Objects.requireNonNull(atBus.get(bus), bus);
  }

  private static List<String> generators(Network network, boolean unlimitedReference) {
    List<String> generators = new ArrayList<>();
    Set<String> unlimited =
        network.buses().stream()
            .filter(bus -> unlimitedReference && bus.type() == BusType.REFERENCE)
            .map(Bus::id)
            .collect(Collectors.toSet());
    for (Generator g : network.generators()) {
      boolean free = unlimited.contains(g.bus());
      generators.add(
          row(
              g.bus(),
              g.pMw(),
              g.qMvar(),
              free ? UNLIMITED_MVAR : g.qMaxMvar(),
              free ? -UNLIMITED_MVAR : g.qMinMvar(),
              g.vSetPu(),
              network.baseMva(),
              g.inService() ? 1 : 0,
              g.pMaxMw(),
              g.pMinMw(),
              0,
              0,
              0,
              0,
              0,
              0,
              0,
              0,
              0,
              0,
              0));
    }
    return generators;
  }

  private static List<String> branches(Network network) {
    List<String> branches = new ArrayList<>();
    for (Branch b : network.branches()) {
      boolean plain = b.tapRatio() == 1 && b.shiftDeg() == 0;
      branches.add(
          row(
              b.from(),
              b.to(),
              b.rPu(),
              b.xPu(),
              b.bPu(),
              b.ratings().normalMva(),
              b.ratings().shortTermMva(),
              b.ratings().emergencyMva(),
              plain ? 0 : b.tapRatio(),
              b.shiftDeg(),
              b.inService() ? 1 : 0,
              -360,
              360));
    }
    return branches;
  }

  private static String row(Object... cells) {
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      row.append(row.isEmpty() ? "" : ",").append(cell);
    }
    return row.toString();
  }
}
