package org.gridclear.screening;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.Load;
import org.gridclear.network.Network;

/** Small networks, put together element by element. */
final class Grids {
  private final List<Bus> buses = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();
  private final List<Generator> generators = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();

  Grids bus(String id, BusType type) {
    buses.add(new Bus(id, id, type, 110, "z", 1, 0, 0.9, 1.1));
    return this;
  }

  Grids branch(String id, String from, String to, double x, double ratingMva) {
    branches.add(
        new Branch(
            id,
            from,
            to,
            BranchKind.LINE,
            0.01,
            x,
            0.02,
            1,
            0,
            new Branch.Ratings(ratingMva, ratingMva, ratingMva),
            true));
    return this;
  }

  Grids generator(String id, String bus, double mw, double maxMw) {
    generators.add(new Generator(id, bus, "", mw, 0, -300, 300, 1, 0, maxMw, 0, 0, true, null));
    return this;
  }

  Grids load(String bus, double mw) {
    loads.add(new Load("D" + bus, bus, mw, mw / 5));
    return this;
  }

  Network network() {
    return new Network(
        "small", 100, buses, branches, generators, loads, List.of(), List.of(), List.of());
  }

  /** Two parallel lines from a plant to a load, and a spur behind it. */
  static Network twoLinesAndASpur(double ratingMva) {
    return new Grids()
        .bus("a", BusType.REFERENCE)
        .bus("b", BusType.PQ)
        .bus("c", BusType.PQ)
        .branch("p1", "a", "b", 0.1, ratingMva)
        .branch("p2", "a", "b", 0.1, ratingMva)
        .branch("spur", "b", "c", 0.1, ratingMva)
        .generator("g", "a", 100, 300)
        .load("b", 60)
        .load("c", 40)
        .network();
  }
}
