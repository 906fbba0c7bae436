package org.gridclear.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;

/**
 * Random small networks with everything that makes outages hard: spurs and rings, parallel
 * branches, taps and phase shifts, several units and set points at a bus, units out of service,
 * tight reactive limits, pockets of load, plants without load, HVDC lines, a second island.
 */
public final class SyntheticGrids {
  private static final double KV = 110;

  private final SplittableRandom random;
  private final int size;
  private final List<Bus> buses = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();
  private final List<Generator> generators = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();
  private final List<Shunt> shunts = new ArrayList<>();
  private final List<HvdcLine> lines = new ArrayList<>();

  private SyntheticGrids(long seed) {
    this.random = new SplittableRandom(seed);
    this.size = 10 + random.nextInt(31);
  }

  /** A network of 10 to 40 buses; the same seed gives the same network. */
  public static Network of(long seed) {
    return new SyntheticGrids(seed).network(seed);
  }

  private Network network(long seed) {
    int island = size - (random.nextInt(3) == 0 ? 4 : 0);
    for (int b = 0; b < size; b++) {
      bus(b, island);
    }
    for (int b = 1; b < size; b++) {
      if (b != island) {
        int first = b < island ? 0 : island;
        branch(Math.max(first, b - 1 - random.nextInt(4)), b);
      }
    }
    for (int extra = 0; extra < size / 2; extra++) {
      int from = random.nextInt(island);
      branch(from, Math.min(island - 1, Math.max(0, from + random.nextInt(9) - 4)));
    }
    lines(island);
    return new Network(
        "grid " + seed, 100, buses, branches, generators, loads, shunts, lines, List.of());
  }

  private void bus(int b, int island) {
    int kind = random.nextInt(10);
    boolean first = b == 0 || b == island;
    BusType type =
        first ? BusType.REFERENCE : kind < 4 ? BusType.PV : kind < 9 ? BusType.PQ : BusType.PV;
    String id = "b" + b;
    buses.add(new Bus(id, id, type, KV, "z" + b % 2, 1, 0, 0.9, 1.1));
    if (first || kind < 4) {
      int units = 1 + random.nextInt(3);
      for (int g = 0; g < units; g++) {
        unit(b, first && g == 0);
      }
    } else if (kind == 8) {
      unit(b, false);
    }
    if (random.nextInt(4) > 0) {
      double mw = random.nextInt(12) == 0 ? -5 : 5 + random.nextInt(25);
      loads.add(new Load("d" + b, id, mw, Math.abs(mw) * random.nextDouble(0.4)));
    }
    if (random.nextInt(6) == 0) {
      shunts.add(new Shunt(id, random.nextInt(2), random.nextInt(8)));
    }
  }

  private void unit(int b, boolean on) {
    double most = 20 + random.nextInt(80);
    double least = random.nextInt(3) == 0 ? Math.round(0.2 * most) : 0;
    double mw = Math.round(least + random.nextDouble(0.7) * (most - least));
    double reactive = random.nextInt(3) == 0 ? 5 : 60;
    generators.add(
        new Generator(
            "g" + generators.size(),
            "b" + b,
            "",
            mw,
            random.nextInt(5),
            -reactive,
            reactive,
            1 + random.nextInt(5) * 0.01,
            least,
            most,
            0,
            random.nextInt(3),
            on || random.nextInt(8) > 0,
            null));
  }

  private void branch(int from, int to) {
    if (from == to) {
      return;
    }
    int copies = random.nextInt(12) == 0 ? 2 : 1;
    for (int copy = 0; copy < copies; copy++) {
      boolean transformer = random.nextInt(5) == 0;
      double x = 0.02 + random.nextDouble(0.12);
      double rating = 30 + random.nextInt(120);
      branches.add(
          new Branch(
              "l" + branches.size(),
              "b" + from,
              "b" + to,
              transformer ? BranchKind.TRANSFORMER : BranchKind.LINE,
              x * random.nextDouble(0.4),
              x,
              transformer ? 0 : random.nextDouble(0.04),
              transformer ? 0.97 + random.nextInt(7) * 0.01 : 1,
              transformer ? random.nextInt(3) : 0,
              new Branch.Ratings(rating, rating, rating),
              random.nextInt(25) > 0));
    }
  }

  private void lines(int island) {
    int count = random.nextInt(3) + (island < size ? 1 : 0);
    for (int h = 0; h < count; h++) {
      int from = random.nextInt(island);
      int to =
          h == 0 && island < size ? island + random.nextInt(size - island) : random.nextInt(size);
      if (from != to) {
        double mw = 2 + random.nextInt(10);
        boolean on = random.nextInt(6) > 0;
        HvdcLine.Converter sending = converter();
        lines.add(
            new HvdcLine(
                "h" + h, "b" + from, "b" + to, mw, -50, 50, 0.1, 0.02, on, sending, converter()));
      }
    }
  }

  private HvdcLine.Converter converter() {
    return switch (random.nextInt(4)) {
      case 0 -> HvdcLine.Converter.fixed(random.nextInt(5));
      case 1 -> new HvdcLine.Converter(true, 1 + random.nextInt(3) * 0.01, 0, -4, 4);
      case 2 -> new HvdcLine.Converter(true, 1 + random.nextInt(3) * 0.01, 0, -40, 40);
      default -> HvdcLine.Converter.UNITY;
    };
  }

  /** Every outage of one device, and as many random ones of two to four devices. */
  public static List<Contingency> outages(Network network, long seed) {
    List<Contingency> all = new ArrayList<>();
    network.branches().forEach(b -> all.add(Contingency.ofBranch(b.id())));
    network.generators().forEach(g -> all.add(Contingency.ofGenerator(g.id())));
    network.buses().forEach(b -> all.add(Contingency.ofBus(b.id())));
    network.hvdcLines().forEach(h -> all.add(Contingency.ofHvdcLine(h.id())));
    SplittableRandom random = new SplittableRandom(seed);
    int single = all.size();
    for (int m = 0; m < single; m++) {
      List<Contingency> parts = new ArrayList<>();
      for (int k = 2 + random.nextInt(3); k > 0; k--) {
        parts.add(all.get(random.nextInt(single)));
      }
      all.add(joined("m" + m, parts));
    }
    return all;
  }

  /** A contingency of everything that several take out. */
  public static Contingency joined(String id, List<Contingency> parts) {
    return new Contingency(
        id,
        parts.stream().flatMap(c -> c.branches().stream()).distinct().toList(),
        parts.stream().flatMap(c -> c.generators().stream()).distinct().toList(),
        parts.stream().flatMap(c -> c.buses().stream()).distinct().toList(),
        parts.stream().flatMap(c -> c.hvdcLines().stream()).distinct().toList());
  }
}
