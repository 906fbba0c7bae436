package org.gridclear.security.audit;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;
import org.gridclear.network.Branch;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.Shunt;
import org.gridclear.numerics.SymbolicFactor;

/**
 * An AC power flow of its own: full Newton in polar form, branch by branch with sines and cosines,
 * every step with a new Jacobian factored by EJML with row pivoting. Slow and plain.
 */
final class AcFlow {
  private final NetworkIndex index;
  private final boolean[] on;
  private final SymbolicFactor order;
  private final double[] magnitude;
  private final double[] angle;
  private final double[] p;
  private final double[] q;

  AcFlow(NetworkIndex index, boolean[] on, double[] magnitude, double[] angle) {
    this.index = index;
    this.on = on;
    this.magnitude = magnitude.clone();
    this.angle = angle.clone();
    this.p = new double[index.busCount()];
    this.q = new double[index.busCount()];
    int[] from = new int[on.length];
    int[] to = new int[on.length];
    Arrays.setAll(from, index::from);
    Arrays.setAll(to, index::to);
    this.order = SymbolicFactor.of(index.busCount(), from, to);
  }

  /**
   * Solves.
   *
   * @param active active power asked for at every bus in p.u.
   * @param reactive reactive power asked for
   * @param angleHeld buses whose angle stays
   * @param voltageHeld buses whose magnitude stays
   * @param stepsMax steps of Newton's method at most
   * @return greatest mismatch left in p.u.; infinite where the voltages are no numbers any more
   */
  double solve(
      double[] active,
      double[] reactive,
      boolean[] angleHeld,
      boolean[] voltageHeld,
      double tolerancePu,
      int stepsMax) {
    double worst = Double.POSITIVE_INFINITY;
    for (int step = 0; step < stepsMax; step++) {
      Terms terms = new Terms();
      DMatrixRMaj missing = new DMatrixRMaj(2 * p.length, 1);
      worst = 0;
      for (int b = 0; b < p.length; b++) {
        double dp = angleHeld[b] ? 0 : active[b] - p[b];
        double dq = voltageHeld[b] ? 0 : reactive[b] - q[b];
        missing.set(row(b, 0), 0, dp);
        missing.set(row(b, 1), 0, dq);
        worst = Math.max(worst, Math.max(Math.abs(dp), Math.abs(dq)));
      }
      if (Double.isNaN(worst)) {
        return Double.POSITIVE_INFINITY;
      }
      if (worst <= tolerancePu) {
        return worst;
      }
      DMatrixRMaj change = new DMatrixRMaj(2 * p.length, 1);
      LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
          LinearSolverFactory_DSCC.lu(FillReducing.NONE);
      if (!solver.setA(terms.matrix(angleHeld, voltageHeld))) {
        return worst;
      }
      solver.solve(missing, change);
      for (int b = 0; b < p.length; b++) {
        angle[b] += change.get(row(b, 0), 0);
        magnitude[b] += change.get(row(b, 1), 0);
      }
    }
    return worst;
  }

  /** Active power that the network takes at every bus, at the voltages as they are. */
  double[] measuredPu() {
    new Terms();
    return p.clone();
  }

  private int row(int bus, int unknown) {
    return 2 * order.position(bus) + unknown;
  }

  /** Powers of all buses and their derivatives at the present voltages. */
  private final class Terms {
    private final DMatrixSparseTriplet entries =
        new DMatrixSparseTriplet(2 * p.length, 2 * p.length, 16 * on.length + 4 * p.length);

    Terms() {
      Arrays.fill(p, 0);
      Arrays.fill(q, 0);
      for (int l = 0; l < on.length; l++) {
        if (on[l] && index.from(l) != index.to(l)) {
          end(l, true);
          end(l, false);
        }
      }
      for (Shunt shunt : index.network().shunts()) {
        int b = index.bus(shunt.bus());
        double g = shunt.gMw() / index.network().baseMva();
        double s = shunt.bMvar() / index.network().baseMva();
        p[b] += g * magnitude[b] * magnitude[b];
        q[b] -= s * magnitude[b] * magnitude[b];
        entries.addItem(row(b, 0), row(b, 1), 2 * g * magnitude[b]);
        entries.addItem(row(b, 1), row(b, 1), -2 * s * magnitude[b]);
      }
    }

    /** One end of a branch, with derivatives by both angles and magnitudes. */
    private void end(int l, boolean sending) {
      int i = sending ? index.from(l) : index.to(l);
      int j = sending ? index.to(l) : index.from(l);
      double[] flow = endFlow(l, sending);
      double v = magnitude[i];
      double w = magnitude[j];
      double selfP = flow[2];
      double selfQ = flow[3];
      double mutualP = flow[0] - selfP;
      double mutualQ = flow[1] - selfQ;
      p[i] += flow[0];
      q[i] += flow[1];
      entries.addItem(row(i, 0), row(i, 0), -mutualQ);
      entries.addItem(row(i, 0), row(j, 0), mutualQ);
      entries.addItem(row(i, 1), row(i, 0), mutualP);
      entries.addItem(row(i, 1), row(j, 0), -mutualP);
      if (v > 0 && w > 0) {
        entries.addItem(row(i, 0), row(i, 1), (2 * selfP + mutualP) / v);
        entries.addItem(row(i, 0), row(j, 1), mutualP / w);
        entries.addItem(row(i, 1), row(i, 1), (2 * selfQ + mutualQ) / v);
        entries.addItem(row(i, 1), row(j, 1), mutualQ / w);
      }
    }

    DMatrixSparseCSC matrix(boolean[] angleHeld, boolean[] voltageHeld) {
      boolean[] held = new boolean[2 * p.length];
      for (int b = 0; b < p.length; b++) {
        held[row(b, 0)] = angleHeld[b];
        held[row(b, 1)] = voltageHeld[b];
      }
      DMatrixSparseTriplet kept =
          new DMatrixSparseTriplet(held.length, held.length, entries.nz_length + held.length);
      for (int k = 0; k < entries.nz_length; k++) {
        int r = entries.nz_rowcol.data[2 * k];
        if (!held[r]) {
          kept.addItem(r, entries.nz_rowcol.data[2 * k + 1], entries.nz_value.data[k]);
        }
      }
      for (int r = 0; r < held.length; r++) {
        if (held[r]) {
          kept.addItem(r, r, 1);
        }
      }
      DMatrixSparseCSC matrix = DConvertMatrixStruct.convert(kept, (DMatrixSparseCSC) null);
      matrix.sortIndices(null);
      return Duplicates.summed(matrix);
    }
  }

  /** P and Q into an end of a branch, and the parts of them that do not depend on the other end. */
  private double[] endFlow(int l, boolean sending) {
    Branch branch = index.network().branches().get(l);
    double r = branch.rPu();
    double x = branch.xPu();
    if (Math.hypot(r, x) < Branch.REACTANCE_MIN_PU) {
      r = 0;
      x = Branch.REACTANCE_MIN_PU;
    }
    double g = r / (r * r + x * x);
    double b = -x / (r * r + x * x);
    int i = sending ? index.from(l) : index.to(l);
    int j = sending ? index.to(l) : index.from(l);
    double tap = branch.tapRatio();
    double v = magnitude[i];
    double w = magnitude[j];
    double ratio = sending ? tap * tap : 1;
    double shift = Math.toRadians(branch.shiftDeg()) * (sending ? -1 : 1);
    double delta = angle[i] - angle[j] + shift;
    double selfP = v * v * g / ratio;
    double selfQ = -v * v * (b + branch.bPu() / 2) / ratio;
    double mutualP = -v * w / tap * (g * Math.cos(delta) + b * Math.sin(delta));
    double mutualQ = -v * w / tap * (g * Math.sin(delta) - b * Math.cos(delta));
    return new double[] {selfP + mutualP, selfQ + mutualQ, selfP, selfQ};
  }

  /** Apparent power of a branch at its more loaded end, in MVA. */
  double apparentMva(int l) {
    if (!on[l]) {
      return 0;
    }
    double[] from = endFlow(l, true);
    double[] to = endFlow(l, false);
    return Math.max(Math.hypot(from[0], from[1]), Math.hypot(to[0], to[1]))
        * index.network().baseMva();
  }

  /** Active power into a branch at its sending end, in MW; 0 where it is out. */
  double sendingMw(int l) {
    return on[l] ? endFlow(l, true)[0] * index.network().baseMva() : 0;
  }

  /** Reactive power that the network takes at a bus, at the voltages of the last step. */
  double reactivePu(int bus) {
    return q[bus];
  }

  double[] magnitude() {
    return magnitude;
  }

  double[] angle() {
    return angle;
  }
}
