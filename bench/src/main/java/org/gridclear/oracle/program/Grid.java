package org.gridclear.oracle.program;

import java.util.Arrays;
import java.util.List;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;

/** The grid of a period with some branches out: what is connected with what, and who has load. */
final class Grid {
  private final MarketDay day;
  private final boolean[] closed;
  private final int[] island;
  private final int islands;

  private Grid(MarketDay day, boolean[] closed) {
    this.day = day;
    this.closed = closed;
    this.island = new int[day.network().buses().size()];
    Arrays.fill(island, -1);
    int count = 0;
    for (int b = 0; b < island.length; b++) {
      if (island[b] < 0) {
        spread(b, count++);
      }
    }
    this.islands = count;
  }

  /** The grid of a period, without the given branches. */
  static Grid of(MarketDay day, int t, List<String> opened) {
    List<Branch> branches = day.network().branches();
    boolean[] closed = new boolean[branches.size()];
    for (int l = 0; l < closed.length; l++) {
      closed[l] = branches.get(l).inService() && !opened.contains(branches.get(l).id());
      for (BranchOutage outage : day.branchOutages()) {
        boolean now = t >= outage.from() && t < outage.to();
        closed[l] &= !(now && outage.branch().equals(branches.get(l).id()));
      }
    }
    return new Grid(day, closed);
  }

  private void spread(int bus, int number) {
    island[bus] = number;
    for (int l = 0; l < closed.length; l++) {
      if (closed[l] && from(l) == bus && island[to(l)] < 0) {
        spread(to(l), number);
      }
      if (closed[l] && to(l) == bus && island[from(l)] < 0) {
        spread(from(l), number);
      }
    }
  }

  private int bus(String id) {
    int b = 0;
    while (!day.network().buses().get(b).id().equals(id)) {
      b++;
    }
    return b;
  }

  int from(int l) {
    return bus(day.network().branches().get(l).from());
  }

  int to(int l) {
    return bus(day.network().branches().get(l).to());
  }

  /** Whether a branch is in. */
  boolean closed(int l) {
    return closed[l];
  }

  /** Island of a bus. */
  int island(int bus) {
    return island[bus];
  }

  int islands() {
    return islands;
  }

  /** Share of each bus in the load of its island; equal ones where there is none. */
  double[] loadShares(int t) {
    double[] load = loads(t);
    double[] sum = new double[islands];
    int[] count = new int[islands];
    for (int b = 0; b < load.length; b++) {
      sum[island[b]] += load[b];
      count[island[b]]++;
    }
    for (int b = 0; b < load.length; b++) {
      load[b] = sum[island[b]] > 0 ? load[b] / sum[island[b]] : 1.0 / count[island[b]];
    }
    return load;
  }

  /** Load of each bus that is not negative. */
  double[] loads(int t) {
    double[] load = new double[island.length];
    for (BusLoad each : day.busLoads()) {
      load[bus(each.bus())] += each.mw().at(t);
    }
    Arrays.setAll(load, b -> Math.max(0, load[b]));
    return load;
  }
}
