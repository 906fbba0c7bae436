package org.gridclear.numerics;

import java.util.Arrays;

/**
 * Marginal loss factors: by how many MW the losses rise per MW that is injected at a bus and taken
 * at the reference of its island. One solve with the transposed Jacobian gives all of them: {@code
 * ∂L/∂P_i = 1 + ∂P_ref/∂P_i}, {@code ∂P_ref/∂P = J⁻ᵀ ∂P_ref/∂x}.
 */
public final class LossFactors {
  private LossFactors() {}

  /**
   * The factors at an operating point.
   *
   * @return per bus, in the network's numbering; 0 at references and dead buses
   */
  public static double[] of(AcPoint point) {
    AdmittanceMatrix y = point.y();
    BlockLuFactor factor = new BlockLuFactor(y.symbolic());
    Jacobian.factor(y, point.e(), point.f(), point.angleFixed(), point.voltageFixed(), factor);
    int n = point.e().length;
    double[] gradient = new double[2 * n];
    for (int k = 0; k < n; k++) {
      if (point.angleFixed()[k] && point.magnitude(k) > 0) {
        addReferenceRow(point, k, gradient);
      }
    }
    for (int k = 0; k < n; k++) {
      gradient[2 * k] = point.angleFixed()[k] ? 0 : gradient[2 * k];
      gradient[2 * k + 1] = point.voltageFixed()[k] ? 0 : gradient[2 * k + 1];
    }
    factor.solveTransposed(gradient);
    double[] factors = new double[n];
    Arrays.setAll(
        factors,
        bus -> {
          int k = point.position(bus);
          return point.angleFixed()[k] ? 0 : 1 + gradient[2 * k];
        });
    return factors;
  }

  /** How the active power of a reference depends on its neighbours' voltages. */
  private static void addReferenceRow(AcPoint point, int k, double[] gradient) {
    AdmittanceMatrix y = point.y();
    double[] e = point.e();
    double[] f = point.f();
    for (int m = y.start(k); m < y.start(k + 1); m++) {
      int j = y.column(m);
      double re = y.g(m) * e[j] - y.b(m) * f[j];
      double im = y.g(m) * f[j] + y.b(m) * e[j];
      gradient[2 * j] += f[k] * re - e[k] * im;
      gradient[2 * j + 1] += e[k] * re + f[k] * im;
    }
  }
}
