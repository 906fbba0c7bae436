package org.gridclear.numerics;

import java.util.Arrays;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.Shunt;

/**
 * AC equations of a grid with full matrices and complex numbers as the textbook has them: an
 * independent way to what the sparse code computes. Slow, for a few buses.
 */
final class DenseGrid {
  private final NetworkIndex index;
  private final double[][] g;
  private final double[][] b;

  /** A complex number. */
  record Complex(double re, double im) {
    static Complex polar(double magnitude, double angle) {
      return new Complex(magnitude * Math.cos(angle), magnitude * Math.sin(angle));
    }

    Complex plus(Complex o) {
      return new Complex(re + o.re, im + o.im);
    }

    Complex times(Complex o) {
      return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    Complex over(Complex o) {
      double squared = o.re * o.re + o.im * o.im;
      return times(new Complex(o.re / squared, -o.im / squared));
    }

    Complex conjugate() {
      return new Complex(re, -im);
    }

    Complex negative() {
      return new Complex(-re, -im);
    }
  }

  /** y_ff, y_ft, y_tf, y_tt of a branch: an ideal transformer before a π. */
  static List<Complex> pi(Branch branch) {
    Complex series = new Complex(1, 0).over(new Complex(branch.rPu(), branch.xPu()));
    Complex shunted = series.plus(new Complex(0, branch.bPu() / 2));
    Complex ratio = Complex.polar(branch.tapRatio(), Math.toRadians(branch.shiftDeg()));
    return List.of(
        shunted.over(ratio.times(ratio.conjugate())),
        series.negative().over(ratio.conjugate()),
        series.negative().over(ratio),
        shunted);
  }

  DenseGrid(Network network, boolean[] on) {
    index = new NetworkIndex(network);
    int n = index.busCount();
    g = new double[n][n];
    b = new double[n][n];
    for (int l = 0; l < on.length; l++) {
      if (on[l]) {
        List<Complex> y = pi(network.branches().get(l));
        int[] ends = {index.from(l), index.to(l)};
        for (int k = 0; k < 4; k++) {
          g[ends[k / 2]][ends[k % 2]] += y.get(k).re();
          b[ends[k / 2]][ends[k % 2]] += y.get(k).im();
        }
      }
    }
    for (Shunt shunt : network.shunts()) {
      int bus = index.bus(shunt.bus());
      g[bus][bus] += shunt.gMw() / network.baseMva();
      b[bus][bus] += shunt.bMvar() / network.baseMva();
    }
  }

  /** Active, then reactive power into the grid at every bus, in p.u.; voltages by bus. */
  double[] power(double[] angle, double[] magnitude) {
    int n = angle.length;
    double[] power = new double[2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double a = angle[i] - angle[j];
        double vv = magnitude[i] * magnitude[j];
        power[i] += vv * (g[i][j] * Math.cos(a) + b[i][j] * Math.sin(a));
        power[n + i] += vv * (g[i][j] * Math.sin(a) - b[i][j] * Math.cos(a));
      }
    }
    return power;
  }

  /**
   * Solves for the unknown angles and magnitudes, by Newton's method with differences.
   *
   * @param asked active, then reactive power asked for at every bus
   * @param known per angle and magnitude, whether it is given and stays
   * @param state angles, then magnitudes; becomes the solution
   */
  void solve(double[] asked, boolean[] known, double[] state) {
    int n = state.length / 2;
    for (int round = 0; round < 30; round++) {
      double[][] a = new double[2 * n][2 * n + 1];
      double[] at = power(state);
      for (int c = 0; c < 2 * n; c++) {
        double[] up = state.clone();
        up[c] += 1e-6;
        double[] down = state.clone();
        down[c] -= 1e-6;
        double[] high = power(up);
        double[] low = power(down);
        for (int r = 0; r < 2 * n; r++) {
          a[r][c] = known[r] ? (r == c ? 1 : 0) : (high[r] - low[r]) / 2e-6;
        }
      }
      for (int r = 0; r < 2 * n; r++) {
        a[r][2 * n] = known[r] ? 0 : asked[r] - at[r];
      }
      double[] step = eliminate(a);
      for (int c = 0; c < 2 * n; c++) {
        state[c] += step[c];
      }
      if (Arrays.stream(step).map(Math::abs).max().orElse(0) < 1e-13) {
        return;
      }
    }
    throw new AssertionError("no solution");
  }

  private double[] power(double[] state) {
    int n = state.length / 2;
    return power(Arrays.copyOf(state, n), Arrays.copyOfRange(state, n, 2 * n));
  }

  /** Gaussian elimination with row pivots; the right-hand side is the last column. */
  static double[] eliminate(double[][] a) {
    int n = a.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
      }
      double[] row = a[pivot];
      a[pivot] = a[k];
      a[k] = row;
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / row[k];
        for (int j = k; j <= n; j++) {
          a[i][j] -= factor * row[j];
        }
      }
    }
    double[] x = new double[n];
    for (int k = n - 1; k >= 0; k--) {
      double sum = a[k][n];
      for (int j = k + 1; j < n; j++) {
        sum -= a[k][j] * x[j];
      }
      x[k] = sum / a[k][k];
    }
    return x;
  }
}
