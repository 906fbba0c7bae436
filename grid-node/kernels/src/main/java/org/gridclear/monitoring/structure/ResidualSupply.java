package org.gridclear.monitoring.structure;

/** Whether demand can be met without an owner (EQ-11). */
public final class ResidualSupply {
  private ResidualSupply() {}

  /**
   * The residual supply index of each owner: what the others can supply over demand. Below 1 the
   * owner is pivotal. What an owner has sold under contract is not its to withhold.
   *
   * @param supplyMw what each owner can supply, MW
   * @param obligationMw what of it is sold under contract, MW, by owner
   * @param demandMw demand, MW
   * @return by owner; NaN where demand is not above 0
   */
  public static double[] index(double[] supplyMw, double[] obligationMw, double demandMw) {
    double total = 0;
    for (double mw : supplyMw) {
      total += mw;
    }
    double[] index = new double[supplyMw.length];
    for (int s = 0; s < index.length; s++) {
      double withheldMw = Math.max(0, supplyMw[s] - obligationMw[s]);
      index[s] = demandMw > 0 ? (total - withheldMw) / demandMw : Double.NaN;
    }
    return index;
  }

  /** The index of the market: the least of its owners; NaN where there is none. */
  public static double market(double[] index) {
    double least = Double.POSITIVE_INFINITY;
    for (double each : index) {
      least = Math.min(least, each);
    }
    return index.length == 0 ? Double.NaN : least;
  }
}
