package org.gridclear.numerics;

import org.gridclear.network.Branch;
import org.gridclear.network.NetworkIndex;

/**
 * The π-model of every branch with its ideal transformer at the {@code from} end (MATPOWER manual,
 * section 3.2): {@code I_from = y_ff V_from + y_ft V_to}, {@code I_to = y_tf V_from + y_tt V_to},
 * all in p.u. A branch whose impedance is below {@link Branch#REACTANCE_MIN_PU} is a coupler with
 * that reactance.
 */
public final class BranchAdmittances {
  /** Numbers per branch: conductance and susceptance of y_ff, y_ft, y_tf and y_tt. */
  public static final int STRIDE = 8;

  private final double[] y;

  /** Computes the admittances of all branches, in service or not. */
  public BranchAdmittances(NetworkIndex index) {
    y = new double[STRIDE * index.branchCount()];
    for (int l = 0; l < index.branchCount(); l++) {
      put(index.network().branches().get(l), STRIDE * l);
    }
  }

  private void put(Branch branch, int o) {
    double r = branch.rPu();
    double x = branch.xPu();
    if (Math.hypot(r, x) < Branch.REACTANCE_MIN_PU) {
      r = 0;
      x = Branch.REACTANCE_MIN_PU;
    }
    double squared = r * r + x * x;
    double g = r / squared;
    double b = -x / squared;
    double tap = branch.tapRatio();
    double shift = Math.toRadians(branch.shiftDeg());
    double cos = Math.cos(shift) / tap;
    double sin = Math.sin(shift) / tap;
    double charging = branch.bPu() / 2;
    y[o] = g / (tap * tap);
    y[o + 1] = (b + charging) / (tap * tap);
    y[o + 2] = -(g * cos - b * sin);
    y[o + 3] = -(g * sin + b * cos);
    y[o + 4] = -(g * cos + b * sin);
    y[o + 5] = -(b * cos - g * sin);
    y[o + 6] = g;
    y[o + 7] = b + charging;
  }

  /** The numbers of all branches, {@link #STRIDE} each; not to be changed. */
  public double[] values() {
    return y;
  }

  /**
   * Complex power into a branch at both ends.
   *
   * @param l branch
   * @param ef real part of the voltage at {@code from}
   * @param ff imaginary part of the voltage at {@code from}
   * @param et real part at {@code to}
   * @param ft imaginary part at {@code to}
   * @param power receives P and Q at {@code from}, then P and Q at {@code to}, in p.u.
   */
  public void power(int l, double ef, double ff, double et, double ft, double[] power) {
    int o = STRIDE * l;
    double ifRe = y[o] * ef - y[o + 1] * ff + y[o + 2] * et - y[o + 3] * ft;
    double ifIm = y[o] * ff + y[o + 1] * ef + y[o + 2] * ft + y[o + 3] * et;
    double itRe = y[o + 4] * ef - y[o + 5] * ff + y[o + 6] * et - y[o + 7] * ft;
    double itIm = y[o + 4] * ff + y[o + 5] * ef + y[o + 6] * ft + y[o + 7] * et;
    power[0] = ef * ifRe + ff * ifIm;
    power[1] = ff * ifRe - ef * ifIm;
    power[2] = et * itRe + ft * itIm;
    power[3] = ft * itRe - et * itIm;
  }
}
