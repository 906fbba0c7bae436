package org.gridclear.network.topology;

import java.util.Arrays;
import java.util.List;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;

/**
 * Which bus is the reference of buses that hang together, in the base case and after an outage
 * alike: the first of the file's list, among those where a unit runs, that is
 *
 * <ol>
 *   <li>of type REFERENCE;
 *   <li>of type PV (MATPOWER's {@code bustypes});
 *   <li>of type PQ and has the greatest running capacity.
 * </ol>
 *
 * <p>Where no unit runs there is no reference and no voltage, whatever the types say.
 */
public final class ReferenceChoice {
  /** Capacities that differ by less than this share are the same. */
  private static final double SAME = 1e-9;

  private ReferenceChoice() {}

  /**
   * Chooses for all parts of a network at once.
   *
   * @param buses the network's buses
   * @param partOf per bus, the number of its part; negative if it takes no part
   * @param parts number of parts
   * @param runs per bus, whether a unit runs there
   * @param capacity per bus, the capacity that runs there, in any unit
   * @return per part, the number of its reference bus; -1 where no unit runs
   */
  public static int[] of(
      List<Bus> buses, int[] partOf, int parts, boolean[] runs, double[] capacity) {
    int[] chosen = new int[parts];
    Arrays.fill(chosen, -1);
    for (int b = 0; b < partOf.length; b++) {
      BusType type = buses.get(b).type();
      if (partOf[b] < 0 || !runs[b] || type == BusType.ISOLATED) {
        continue;
      }
      int best = chosen[partOf[b]];
      if (best < 0 || better(type, capacity[b], buses.get(best).type(), capacity[best])) {
        chosen[partOf[b]] = b;
      }
    }
    return chosen;
  }

  private static boolean better(BusType type, double capacity, BusType best, double bestCapacity) {
    if (type != best) {
      return type == BusType.REFERENCE || best == BusType.PQ;
    }
    return type == BusType.PQ && capacity > bestCapacity + SAME * Math.abs(bestCapacity);
  }
}
