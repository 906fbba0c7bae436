package org.gridclear.security.powerflow;

import org.gridclear.network.Branch;
import org.gridclear.numerics.AdmittanceMatrix;
import org.gridclear.numerics.LdlFactor;
import org.gridclear.numerics.SymbolicFactor;

/**
 * Fast-decoupled iterations, scheme XB: B′ from reactances alone, B″ from the admittance matrix (B.
 * Stott and O. Alsac, "Fast decoupled load flow", IEEE Trans. PAS 93 (1974)). Used to come near a
 * solution from far away; Newton's method does the rest.
 */
final class FastDecoupled {
  private static final int ITERATIONS_MAX = 60;
  private static final double NEAR_PU = 0.01;
  private static final double STRETCH_MAX = 0.2;

  private FastDecoupled() {}

  /**
   * Moves the voltages of {@code state} towards a solution.
   *
   * @param measured told when the power of all positions is measured anew
   * @throws ArithmeticException if B′ or B″ is singular
   */
  static void improve(PowerFlowModel model, AcState state, Runnable measured) {
    LdlFactor angles = angleFactor(model, state);
    LdlFactor voltages = voltageFactor(state);
    int n = model.size();
    double[] mismatch = new double[2 * n];
    double[] rhs = new double[n];
    double best = Double.POSITIVE_INFINITY;
    for (int iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
      state.mismatch(mismatch);
      measured.run();
      double worst = worst(mismatch);
      if (worst < NEAR_PU || !(worst < 100 * best)) {
        return;
      }
      best = Math.min(best, worst);
      for (int k = 0; k < n; k++) {
        double v = Math.hypot(state.e()[k], state.f()[k]);
        rhs[k] = v == 0 ? 0 : mismatch[2 * k] / v;
      }
      angles.solveInPlace(rhs);
      for (int k = 0; k < n; k++) {
        state.turn(k, rhs[k], 1);
      }
      state.mismatch(mismatch);
      for (int k = 0; k < n; k++) {
        double v = Math.hypot(state.e()[k], state.f()[k]);
        rhs[k] = v == 0 ? 0 : mismatch[2 * k + 1] / v;
      }
      voltages.solveInPlace(rhs);
      for (int k = 0; k < n; k++) {
        double v = Math.hypot(state.e()[k], state.f()[k]);
        double change = Math.max(-STRETCH_MAX, Math.min(STRETCH_MAX, rhs[k]));
        state.turn(k, 0, v == 0 ? 1 : (v + change) / v);
      }
    }
  }

  private static double worst(double[] mismatch) {
    double worst = 0;
    for (double value : mismatch) {
      worst = Double.isNaN(value) ? Double.NaN : Math.max(worst, Math.abs(value));
    }
    return worst;
  }

  private static LdlFactor angleFactor(PowerFlowModel model, AcState state) {
    boolean[] fixed = state.angleFixed();
    SymbolicFactor symbolic = model.structure().symbolic();
    double[] diagonal = new double[model.size()];
    double[] lower = new double[symbolic.fill()];
    for (int l = 0; l < model.branchOn().length; l++) {
      int i = model.from(l);
      int j = model.to(l);
      if (!model.branchOn()[l] || !model.alive(i)) {
        continue;
      }
      Branch branch = model.structure().index().network().branches().get(l);
      double b = branch.susceptancePu() * branch.tapRatio();
      diagonal[i] += b;
      diagonal[j] += b;
      if (!fixed[i] && !fixed[j]) {
        lower[symbolic.slot(i, j)] -= b;
      }
    }
    for (int k = 0; k < diagonal.length; k++) {
      diagonal[k] = fixed[k] ? 1 : diagonal[k];
    }
    return new LdlFactor(symbolic, lower, diagonal);
  }

  private static LdlFactor voltageFactor(AcState state) {
    AdmittanceMatrix y = state.y();
    boolean[] fixed = state.voltageFixed();
    double[] diagonal = new double[fixed.length];
    double[] lower = new double[y.symbolic().fill()];
    for (int k = 0; k < fixed.length; k++) {
      diagonal[k] = fixed[k] ? 1 : -y.diagonalB(k);
      for (int m = y.start(k); m < y.start(k + 1) && !fixed[k]; m++) {
        if (y.column(m) < k && !fixed[y.column(m)]) {
          lower[y.slot(m)] -= y.b(m);
        }
      }
    }
    return new LdlFactor(y.symbolic(), lower, diagonal);
  }
}
