package org.gridclear.network;

import java.util.List;

/**
 * A cost curve as network files give it (MATPOWER gencost), in money per hour over MW; money is
 * that of the file, yuan where it does not say otherwise.
 *
 * @param startYuan cost of a start
 * @param stopYuan cost of a stop
 * @param polynomial coefficients from the constant term upwards; empty for a piecewise curve
 * @param pointsMw outputs of the breakpoints of a piecewise curve; empty for a polynomial
 * @param pointsYuanPerH cost at each breakpoint
 */
public record GeneratorCost(
    double startYuan,
    double stopYuan,
    List<Double> polynomial,
    List<Double> pointsMw,
    List<Double> pointsYuanPerH) {
  public GeneratorCost {
    polynomial = List.copyOf(polynomial);
    pointsMw = List.copyOf(pointsMw);
    pointsYuanPerH = List.copyOf(pointsYuanPerH);
  }

  /** The cost at an output of {@code mw}, in yuan per hour; linear beyond the last breakpoints. */
  public double at(double mw) {
    if (pointsMw.isEmpty()) {
      double cost = 0;
      for (int k = polynomial.size() - 1; k >= 0; k--) {
        cost = cost * mw + polynomial.get(k);
      }
      return cost;
    }
    if (pointsMw.size() == 1) {
      return pointsYuanPerH.get(0);
    }
    int k = 1;
    while (k < pointsMw.size() - 1 && mw > pointsMw.get(k)) {
      k++;
    }
    double x0 = pointsMw.get(k - 1);
    double y0 = pointsYuanPerH.get(k - 1);
    return y0 + (mw - x0) * (pointsYuanPerH.get(k) - y0) / (pointsMw.get(k) - x0);
  }
}
