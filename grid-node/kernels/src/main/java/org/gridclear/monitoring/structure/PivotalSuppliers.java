package org.gridclear.monitoring.structure;

/** Whether demand can be met without three suppliers together (EQ-12). */
public final class PivotalSuppliers {
  private PivotalSuppliers() {}

  /**
   * The three-pivotal-supplier index of each: what is left without it and the two largest others,
   * over demand. One that is at most 1 fails.
   *
   * @param supplyMw effective supply of each, MW, 0 or more
   * @param demandMw demand, or the relief that a constraint needs, MW
   * @return by supplier, in the given order; NaN where demand is not above 0
   */
  public static double[] index(double[] supplyMw, double demandMw) {
    double total = 0;
    for (double mw : supplyMw) {
      total += mw;
    }
    double[] index = new double[supplyMw.length];
    for (int j = 0; j < index.length; j++) {
      double first = 0;
      double second = 0;
      for (int i = 0; i < supplyMw.length; i++) {
        if (i != j && supplyMw[i] > first) {
          second = first;
          first = supplyMw[i];
        } else if (i != j && supplyMw[i] > second) {
          second = supplyMw[i];
        }
      }
      index[j] = demandMw > 0 ? (total - supplyMw[j] - first - second) / demandMw : Double.NaN;
    }
    return index;
  }

  /** How many fail: their index is at most 1. */
  public static int failing(double[] index) {
    int count = 0;
    for (double each : index) {
      count += each <= 1 ? 1 : 0;
    }
    return count;
  }

  /**
   * What suppliers can do for a constraint: the MW that each unit can still move, times by how much
   * a MW there relieves the constraint. A unit that makes it worse does nothing for it.
   *
   * @param reliefPerMw MW of relief for a MW more at each unit: minus its shift factor in the
   *     direction of the flow
   * @param redispatchMw what each unit can still move at an acceptable cost, MW
   * @param supplier supplier of each unit, {@code 0…suppliers−1}
   * @param suppliers number of suppliers
   * @return effective supply of each, MW
   */
  public static double[] effective(
      double[] reliefPerMw, double[] redispatchMw, int[] supplier, int suppliers) {
    double[] effectiveMw = new double[suppliers];
    for (int u = 0; u < reliefPerMw.length; u++) {
      effectiveMw[supplier[u]] += Math.max(0, reliefPerMw[u]) * Math.max(0, redispatchMw[u]);
    }
    return effectiveMw;
  }
}
