package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;

/** Small networks, put together element by element. */
final class Grids {
  private final List<Bus> buses = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();
  private final List<Generator> generators = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();
  private final List<HvdcLine> lines = new ArrayList<>();

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
    return load(bus, mw, mw / 5);
  }

  Grids load(String bus, double mw, double mvar) {
    loads.add(new Load("D" + bus, bus, mw, mvar));
    return this;
  }

  /** A bus with the least voltage given. */
  Grids bus(String id, BusType type, double vMinPu) {
    buses.add(new Bus(id, id, type, 110, "z", 1, 0, vMinPu, 1.1));
    return this;
  }

  /** A line with all of its impedance. */
  Grids line(String from, String to, double r, double x, double b, double ratingMva) {
    branches.add(
        new Branch(
            "L" + (branches.size() + 1),
            from,
            to,
            BranchKind.LINE,
            r,
            x,
            b,
            1,
            0,
            new Branch.Ratings(ratingMva, ratingMva, ratingMva),
            true));
    return this;
  }

  /** A unit with its limits, set point and participation factor. */
  Grids unit(String bus, double mw, double[] mvar, double vSetPu, double[] limitsMw) {
    generators.add(
        new Generator(
            "G" + (generators.size() + 1),
            bus,
            "",
            mw,
            0,
            mvar[0],
            mvar[1],
            vSetPu,
            limitsMw[0],
            limitsMw[1],
            0,
            0,
            true,
            null));
    return this;
  }

  Grids hvdc(String from, String to, double mw, double lossFixedMw, double lossShare) {
    lines.add(
        new HvdcLine(
            "H" + (lines.size() + 1), from, to, mw, -100, 100, lossFixedMw, lossShare, true));
    return this;
  }

  Network network() {
    return new Network(
        "small", 100, buses, branches, generators, loads, List.of(), lines, List.of());
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
