package org.gridclear.numerics;

import org.gridclear.network.NetworkIndex;

/**
 * Voltage sensitivities (H-13, EQ-07) from the AC Jacobian, one column on demand: to a reactive
 * injection, and to the ratio of a transformer.
 */
public final class VoltageSensitivities {
  private final AcPoint point;
  private final NetworkIndex index;
  private final BlockLuFactor held;

  /** Factors the Jacobian of an operating point. */
  public VoltageSensitivities(AcPoint point) {
    this.point = point;
    this.index = point.incidence().index();
    this.held = factor(point.voltageFixed());
  }

  private BlockLuFactor factor(boolean[] voltageFixed) {
    BlockLuFactor factor = new BlockLuFactor(point.y().symbolic());
    Jacobian.factor(point.y(), point.e(), point.f(), point.angleFixed(), voltageFixed, factor);
    return factor;
  }

  /**
   * What a reactive injection does. A bus whose voltage is held counts as letting it go for this
   * column (EQ-07).
   *
   * @param bus bus of the injection
   * @return per bus, rise of the voltage magnitude in p.u. per Mvar injected
   */
  public double[] toReactive(int bus) {
    int k = point.position(bus);
    BlockLuFactor factor = held;
    if (point.voltageFixed()[k]) {
      boolean[] free = point.voltageFixed().clone();
      free[k] = false;
      factor = factor(free);
    }
    double[] x = new double[2 * point.e().length];
    x[2 * k + 1] = 1 / index.network().baseMva();
    factor.solve(x);
    return magnitudes(x);
  }

  /**
   * What the ratio of a branch does.
   *
   * @param l branch with its ratio at the {@code from} end
   * @return per bus, rise of the voltage magnitude in p.u. per unit of the ratio
   */
  public double[] toRatio(int l) {
    double tap = index.network().branches().get(l).tapRatio();
    int i = point.position(index.from(l));
    int j = point.position(index.to(l));
    double[] y = point.branches().values();
    int o = BranchAdmittances.STRIDE * l;
    double[] e = point.e();
    double[] f = point.f();
    double squared = e[i] * e[i] + f[i] * f[i];
    double[] mutualFrom = product(e[i], f[i], e[j], f[j], y[o + 2], y[o + 3]);
    double[] mutualTo = product(e[j], f[j], e[i], f[i], y[o + 4], y[o + 5]);
    double[] x = new double[2 * e.length];
    x[2 * i] = (2 * y[o] * squared + mutualFrom[0]) / tap;
    x[2 * i + 1] = (-2 * y[o + 1] * squared + mutualFrom[1]) / tap;
    x[2 * j] = mutualTo[0] / tap;
    x[2 * j + 1] = mutualTo[1] / tap;
    for (int k : new int[] {i, j}) {
      x[2 * k] = point.angleFixed()[k] ? 0 : x[2 * k];
      x[2 * k + 1] = point.voltageFixed()[k] ? 0 : x[2 * k + 1];
    }
    held.solve(x);
    return magnitudes(x);
  }

  /** {@code V conj(y W)} as active and reactive part. */
  private static double[] product(double e, double f, double we, double wf, double g, double b) {
    double re = g * we - b * wf;
    double im = g * wf + b * we;
    return new double[] {e * re + f * im, f * re - e * im};
  }

  private double[] magnitudes(double[] x) {
    double[] rise = new double[point.e().length];
    for (int bus = 0; bus < rise.length; bus++) {
      int k = point.position(bus);
      rise[bus] = x[2 * k + 1] * point.magnitude(k);
    }
    return rise;
  }
}
