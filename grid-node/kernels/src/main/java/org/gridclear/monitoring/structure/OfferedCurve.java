package org.gridclear.monitoring.structure;

/**
 * An offer as a curve of cost: points of rising output, straight between them.
 *
 * @param mw output at each point, rising, at least one
 * @param yuanPerH cost at each point
 */
public record OfferedCurve(double[] mw, double[] yuanPerH) {
  /** The price of the next MW at an output; at the end of the curve that of the last one. */
  public double marginalYuanPerMwh(double outputMw) {
    for (int s = 0; s + 1 < mw.length; s++) {
      boolean last = s + 2 >= mw.length;
      if (mw[s + 1] > mw[s] && (outputMw < mw[s + 1] || last)) {
        return slope(s);
      }
    }
    return Double.NaN;
  }

  private double slope(int segment) {
    return (yuanPerH[segment + 1] - yuanPerH[segment]) / (mw[segment + 1] - mw[segment]);
  }

  /** MW above the least output that are offered at or below a price. */
  public double mwAtOrBelow(double yuanPerMwh) {
    double sum = 0;
    for (int s = 0; s + 1 < mw.length; s++) {
      if (mw[s + 1] > mw[s] && slope(s) <= yuanPerMwh) {
        sum += mw[s + 1] - mw[s];
      }
    }
    return sum;
  }

  /** What is offered at most, MW. */
  public double greatestMw() {
    return mw[mw.length - 1];
  }

  /** The output below which it does not run, MW. */
  public double leastMw() {
    return mw[0];
  }

  /** Cost at an output, yuan/h; outside of the curve as at its nearer end. */
  public double costYuanPerH(double outputMw) {
    if (outputMw <= mw[0]) {
      return yuanPerH[0];
    }
    for (int s = 0; s + 1 < mw.length; s++) {
      if (outputMw <= mw[s + 1]) {
        double part = (outputMw - mw[s]) / (mw[s + 1] - mw[s]);
        return yuanPerH[s] + part * (yuanPerH[s + 1] - yuanPerH[s]);
      }
    }
    return yuanPerH[yuanPerH.length - 1];
  }
}
