package org.gridclear.numerics;

import java.util.Arrays;

/**
 * The Jacobian of the power balance in blocks of two: rows active and reactive power of a position,
 * columns its angle and the logarithm of its voltage magnitude. With {@code S_km = V_k conj(Y_km
 * V_m) = a + jb}: {@code ∂P_k/∂θ_m = b}, {@code ∂P_k/∂ln v_m = a}, {@code ∂Q_k/∂θ_m = −a}, {@code
 * ∂Q_k/∂ln v_m = b}, and on the diagonal what the chain rule adds.
 */
public final class Jacobian {
  private Jacobian() {}

  /**
   * Fills and factors a matrix.
   *
   * @param y bus admittance matrix
   * @param e real part of the voltages by position
   * @param f imaginary part
   * @param angleFixed positions whose first row says that the angle does not change
   * @param voltageFixed positions whose second row says that the magnitude does not change
   * @param into the matrix on the pattern of {@code y}; becomes its factors
   * @throws ArithmeticException if it is singular
   */
  public static void factor(
      AdmittanceMatrix y,
      double[] e,
      double[] f,
      boolean[] angleFixed,
      boolean[] voltageFixed,
      BlockLuFactor into) {
    fill(y, e, f, angleFixed, voltageFixed, into);
    into.factor();
  }

  private static void fill(
      AdmittanceMatrix y,
      double[] e,
      double[] f,
      boolean[] angleFixed,
      boolean[] voltageFixed,
      BlockLuFactor into) {
    Arrays.fill(into.lower(), 0);
    Arrays.fill(into.upper(), 0);
    double[] diagonal = into.diagonal();
    for (int k = 0; k < e.length; k++) {
      double pSum = 0;
      double qSum = 0;
      for (int m = y.start(k); m < y.start(k + 1); m++) {
        int j = y.column(m);
        double re = y.g(m) * e[j] - y.b(m) * f[j];
        double im = y.g(m) * f[j] + y.b(m) * e[j];
        double a = e[k] * re + f[k] * im;
        double b = f[k] * re - e[k] * im;
        pSum += a;
        qSum += b;
        boolean below = j < k;
        double[] values = below ? into.lower() : into.upper();
        int o = 4 * (below ? y.slot(m) : into.upperSlot(y.slot(m)));
        values[o] = angleFixed[k] ? 0 : b;
        values[o + 1] = angleFixed[k] ? 0 : a;
        values[o + 2] = voltageFixed[k] ? 0 : -a;
        values[o + 3] = voltageFixed[k] ? 0 : b;
      }
      double squared = e[k] * e[k] + f[k] * f[k];
      double gSelf = y.diagonalG(k) * squared;
      double bSelf = -y.diagonalB(k) * squared;
      int o = 4 * k;
      diagonal[o] = angleFixed[k] ? 1 : -qSum;
      diagonal[o + 1] = angleFixed[k] ? 0 : pSum + 2 * gSelf;
      diagonal[o + 2] = voltageFixed[k] ? 0 : pSum;
      diagonal[o + 3] = voltageFixed[k] ? 1 : qSum + 2 * bSelf;
    }
  }
}
