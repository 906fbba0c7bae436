package org.gridclear.clearing.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;

/**
 * Power that an outage of units or buses takes away, and who makes it up in its rows (44): the
 * thermal units that the data do not hold off, in proportion to their upper limits, whatever the
 * schedule has them do. That is linear in the dispatch; where it differs from what the check finds,
 * the cut's offset makes up for it.
 *
 * @param units ids of the units that trip
 * @param buses whether each bus is lost
 * @param share share of each bus in what is made up
 */
public record LostPower(List<String> units, boolean[] buses, double[] share) {
  /** Whether an outage of units and buses alone, all of them of the market, can have rows. */
  static boolean hasRows(MarketDay day, Contingency contingency) {
    Set<String> known = new HashSet<>();
    day.thermalUnits().forEach(unit -> known.add(unit.id()));
    day.profiledUnits().forEach(unit -> known.add(unit.id()));
    return contingency.branches().isEmpty()
        && contingency.hvdcLines().isEmpty()
        && known.containsAll(contingency.generators())
        && !(contingency.generators().isEmpty() && contingency.buses().isEmpty())
        && day.network().hvdcLines().stream()
            .noneMatch(
                line ->
                    contingency.buses().contains(line.from())
                        || contingency.buses().contains(line.to()));
  }

  /**
   * The branches that open: of every lost bus all but one, over which nothing flows when nothing is
   * injected there.
   */
  static int[] opened(NetworkIndex index, Contingency contingency) {
    List<Integer> open = new ArrayList<>();
    for (String bus : contingency.buses()) {
      boolean kept = false;
      for (int l = 0; l < index.branchCount(); l++) {
        Branch branch = index.network().branches().get(l);
        boolean there = branch.from().equals(bus) || branch.to().equals(bus);
        if (there && branch.inService() && kept) {
          open.add(l);
        }
        kept |= there && branch.inService();
      }
    }
    return open.stream().mapToInt(Integer::intValue).distinct().toArray();
  }

  /** What an outage loses in a period; empty where it loses no power, or nobody can make it up. */
  public static Optional<LostPower> of(ClearingGrid grid, int outage, int t) {
    Contingency lost = outage < 0 ? null : grid.outages().get(outage).lost();
    if (lost == null) {
      return Optional.empty();
    }
    NetworkIndex index = grid.index();
    boolean[] buses = new boolean[index.busCount()];
    lost.buses().forEach(bus -> buses[index.bus(bus)] = true);
    List<String> units =
        lost.generators().stream().filter(id -> !buses[bus(grid, id)]).distinct().toList();
    int island = grid.island(t, first(index, grid, lost));
    boolean together =
        lost.buses().stream().allMatch(bus -> grid.island(t, index.bus(bus)) == island)
            && units.stream().allMatch(id -> grid.island(t, bus(grid, id)) == island);
    double[] share = new double[buses.length];
    double sum = 0;
    for (ThermalUnit unit : grid.day().thermalUnits()) {
      int bus = index.bus(unit.bus());
      boolean gives =
          !buses[bus]
              && grid.island(t, bus) == island
              && !lost.generators().contains(unit.id())
              && !unit.commitment().get(t).isOff();
      share[bus] += gives ? unit.pMaxMw().at(t) : 0;
      sum += gives ? unit.pMaxMw().at(t) : 0;
    }
    if (!together || sum <= 0) {
      return Optional.empty();
    }
    for (int b = 0; b < share.length; b++) {
      share[b] /= sum;
    }
    return Optional.of(new LostPower(units, buses, share));
  }

  private static int first(NetworkIndex index, ClearingGrid grid, Contingency lost) {
    return lost.buses().isEmpty()
        ? bus(grid, lost.generators().get(0))
        : index.bus(lost.buses().get(0));
  }

  /** Number of the bus of a unit. */
  public static int bus(ClearingGrid grid, String id) {
    for (ThermalUnit unit : grid.day().thermalUnits()) {
      if (unit.id().equals(id)) {
        return grid.index().bus(unit.bus());
      }
    }
    for (ProfiledUnit unit : grid.day().profiledUnits()) {
      if (unit.id().equals(id)) {
        return grid.index().bus(unit.bus());
      }
    }
    throw new IllegalArgumentException("The day has no unit " + id + ".");
  }

  /**
   * What a MW lost at every bus adds to a flow.
   *
   * @param factors shift factors of the flow after the branches have opened
   */
  public double[] extra(double[] factors) {
    double common = 0;
    for (int b = 0; b < share.length; b++) {
      common += share[b] * factors[b];
    }
    double[] extra = new double[factors.length];
    for (int b = 0; b < extra.length; b++) {
      extra[b] = common - factors[b];
    }
    return extra;
  }

  /** Shift factors of what stays: an injection at a lost bus is made up elsewhere. */
  public double[] left(double[] factors) {
    double[] extra = extra(factors);
    double[] left = factors.clone();
    for (int b = 0; b < left.length; b++) {
      left[b] += buses[b] ? extra[b] : 0;
    }
    return left;
  }
}
