package org.gridclear.network.topology;

/**
 * What every bus weighs when it is decided which part of a split island lives. Powers are whole
 * watts, so that sums do not depend on their order.
 *
 * @param units per bus, number of running units
 * @param capacityW per bus, their greatest output
 * @param loadW per bus, load; never negative
 */
public record BusWeights(int[] units, long[] capacityW, long[] loadW) {
  private static final double WATTS_PER_MW = 1e6;

  /** Buses without units or load. */
  public static BusWeights none(int busCount) {
    return new BusWeights(new int[busCount], new long[busCount], new long[busCount]);
  }

  /** Adds a running unit at a bus. */
  public void addUnit(int bus, double pMaxMw) {
    units[bus]++;
    capacityW[bus] += watts(pMaxMw);
  }

  /** Takes a unit away again, with the same capacity as it was added. */
  public void removeUnit(int bus, double pMaxMw) {
    units[bus]--;
    capacityW[bus] -= watts(pMaxMw);
  }

  /** Adds load at a bus; a negative load counts as none. */
  public void addLoad(int bus, double mw) {
    loadW[bus] += watts(mw);
  }

  private static long watts(double mw) {
    return Math.round(Math.min(Math.max(0, mw), 1e9) * WATTS_PER_MW);
  }
}
