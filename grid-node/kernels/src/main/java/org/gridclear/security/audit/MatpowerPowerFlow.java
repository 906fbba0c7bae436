package org.gridclear.security.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;
import org.gridclear.numerics.SymbolicFactor;

/**
 * MATPOWER's AC power flow on the rows of a case, written from its manual (sections 3 and 4) and
 * apart from the product's: buses of type 4 are out with everything on them; DC lines are two
 * generators each, with their buses of type PV; a reference or PV bus without a running generator
 * is PQ; without a reference the first PV bus becomes one; the last running row at a bus gives its
 * set point. Newton's method on the full Jacobian, at most ten steps to 1e-8 as there, then on to
 * rounding.
 */
public final class MatpowerPowerFlow {
  private static final int STEPS_MAX = 10;
  private static final double TOLERANCE_PU = 1e-8;
  private static final int POLISH_STEPS = 3;

  private final MatpowerRows rows;
  private final List<double[]> gen = new ArrayList<>();
  private final Map<Long, Integer> busAt = new HashMap<>();
  private final int[] type;
  private final double[] vm;
  private final double[] va;
  private final double[] p;
  private final double[] q;
  private final List<TreeMap<Integer, double[]>> y = new ArrayList<>();
  private boolean converged;
  private double mismatchPu = Double.POSITIVE_INFINITY;

  /** Solves a case. */
  public MatpowerPowerFlow(MatpowerRows rows) {
    this.rows = rows;
    int n = rows.bus().length;
    type = new int[n];
    vm = new double[n];
    va = new double[n];
    p = new double[n];
    q = new double[n];
    for (int b = 0; b < n; b++) {
      double[] bus = rows.bus()[b];
      busAt.put((long) bus[0], b);
      type[b] = (int) bus[1];
      vm[b] = type[b] == 4 ? 0 : bus[7];
      va[b] = Math.toRadians(bus[8]);
      p[b] = -bus[2] / rows.baseMva();
      q[b] = -bus[3] / rows.baseMva();
      y.add(new TreeMap<>());
      add(b, b, bus[4] / rows.baseMva(), bus[5] / rows.baseMva());
    }
    machines();
    types();
    admittances();
    solve();
  }

  private void machines() {
    for (double[] row : rows.gen()) {
      if (row[7] > 0 && type[at(row[0])] != 4) {
        gen.add(new double[] {row[0], row[1], row[2], row[5]});
      }
    }
    List<double[]> to = new ArrayList<>();
    for (double[] line : rows.dcline()) {
      int f = at(line[0]);
      int t = at(line[1]);
      if (line[2] > 0 && type[f] != 4 && type[t] != 4) {
        gen.add(new double[] {line[0], -line[3], line[5], line[7]});
        double received = line[3] - (line[15] + line[16] * line[3]);
        to.add(new double[] {line[1], received, line[6], line[8]});
        type[f] = type[f] == 3 ? 3 : 2;
        type[t] = type[t] == 3 ? 3 : 2;
      }
    }
    gen.addAll(to);
  }

  private void types() {
    boolean[] runs = new boolean[type.length];
    for (double[] row : gen) {
      runs[at(row[0])] = true;
      p[at(row[0])] += row[1] / rows.baseMva();
      q[at(row[0])] += row[2] / rows.baseMva();
    }
    boolean reference = false;
    for (int b = 0; b < type.length; b++) {
      type[b] = !runs[b] && type[b] != 4 ? 1 : type[b];
      reference |= type[b] == 3;
    }
    for (int b = 0; b < type.length && !reference; b++) {
      if (type[b] == 2) {
        type[b] = 3;
        reference = true;
      }
    }
    for (double[] row : gen) {
      if (type[at(row[0])] != 1) {
        vm[at(row[0])] = row[3];
      }
    }
  }

  private int at(double number) {
    return Objects.requireNonNull(busAt.get((long) number));
  }

  private void add(int i, int j, double g, double b) {
    double[] entry = y.get(i).computeIfAbsent(j, key -> new double[2]);
    entry[0] += g;
    entry[1] += b;
  }

  /** Admittances y_ff, y_ft, y_tf, y_tt of a branch, real and imaginary parts in turn. */
  private static double[] branch(double[] row) {
    double size = row[2] * row[2] + row[3] * row[3];
    double g = row[2] / size;
    double b = -row[3] / size;
    double tap = row[8] == 0 ? 1 : row[8];
    double re = tap * Math.cos(Math.toRadians(row[9]));
    double im = tap * Math.sin(Math.toRadians(row[9]));
    double square = tap * tap;
    return new double[] {
      g / square,
      (b + row[4] / 2) / square,
      -(g * re - b * im) / square,
      -(g * im + b * re) / square,
      -(g * re + b * im) / square,
      -(b * re - g * im) / square,
      g,
      b + row[4] / 2
    };
  }

  private boolean carries(double[] row) {
    return row[10] > 0 && type[at(row[0])] != 4 && type[at(row[1])] != 4;
  }

  private void admittances() {
    for (double[] row : rows.branch()) {
      if (carries(row)) {
        int f = at(row[0]);
        int t = at(row[1]);
        double[] a = branch(row);
        add(f, f, a[0], a[1]);
        add(f, t, a[2], a[3]);
        add(t, f, a[4], a[5]);
        add(t, t, a[6], a[7]);
      }
    }
  }

  private void solve() {
    int n = type.length;
    int[] from = new int[rows.branch().length];
    int[] to = new int[from.length];
    Arrays.setAll(from, l -> at(rows.branch()[l][0]));
    Arrays.setAll(to, l -> at(rows.branch()[l][1]));
    SymbolicFactor order = SymbolicFactor.of(n, from, to);
    for (int step = 0; step <= STEPS_MAX + POLISH_STEPS; step++) {
      DMatrixSparseTriplet jacobian = new DMatrixSparseTriplet(2 * n, 2 * n, 8 * n);
      DMatrixRMaj missing = new DMatrixRMaj(2 * n, 1);
      double worst = equations(order, jacobian, missing);
      mismatchPu = worst;
      converged |= worst < TOLERANCE_PU && step <= STEPS_MAX;
      if ((step >= STEPS_MAX && !converged) || worst < 1e-13 || !Double.isFinite(worst)) {
        return;
      }
      DMatrixSparseCSC matrix = DConvertMatrixStruct.convert(jacobian, (DMatrixSparseCSC) null);
      matrix.sortIndices(null);
      LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
          LinearSolverFactory_DSCC.lu(FillReducing.NONE);
      if (!solver.setA(matrix)) {
        return;
      }
      DMatrixRMaj change = new DMatrixRMaj(2 * n, 1);
      solver.solve(missing, change);
      for (int b = 0; b < n; b++) {
        va[b] += change.get(2 * order.position(b), 0);
        vm[b] += change.get(2 * order.position(b) + 1, 0);
      }
    }
  }

  /** Fills the linear equations of a step; returns the greatest mismatch. */
  private double equations(
      SymbolicFactor order, DMatrixSparseTriplet jacobian, DMatrixRMaj missing) {
    double worst = 0;
    for (int i = 0; i < type.length; i++) {
      int row = 2 * order.position(i);
      boolean angle = type[i] == 1 || type[i] == 2;
      boolean magnitude = type[i] == 1;
      double pi = 0;
      double qi = 0;
      double[] self = {0, 0};
      for (Map.Entry<Integer, double[]> entry : y.get(i).entrySet()) {
        int j = entry.getKey();
        double g = entry.getValue()[0];
        double b = entry.getValue()[1];
        double delta = va[i] - va[j];
        double active = vm[i] * vm[j] * (g * Math.cos(delta) + b * Math.sin(delta));
        double reactive = vm[i] * vm[j] * (g * Math.sin(delta) - b * Math.cos(delta));
        pi += active;
        qi += reactive;
        if (i == j) {
          self = new double[] {active, reactive};
        } else if (angle && vm[j] != 0) {
          int column = 2 * order.position(j);
          jacobian.addItem(row, column, reactive);
          jacobian.addItem(row, column + 1, active / vm[j]);
          if (magnitude) {
            jacobian.addItem(row + 1, column, -active);
            jacobian.addItem(row + 1, column + 1, reactive / vm[j]);
          }
        }
      }
      jacobian.addItem(row, row, angle ? -(qi - self[1]) : 1);
      jacobian.addItem(row + 1, row + 1, magnitude ? (qi + self[1]) / vm[i] : 1);
      if (angle) {
        jacobian.addItem(row, row + 1, (pi + self[0]) / vm[i]);
        missing.set(row, 0, p[i] - pi);
        worst = Math.max(worst, Math.abs(p[i] - pi));
      }
      if (magnitude) {
        jacobian.addItem(row + 1, row, pi - self[0]);
        missing.set(row + 1, 0, q[i] - qi);
        worst = Math.max(worst, Math.abs(q[i] - qi));
      }
    }
    return worst;
  }

  /** Whether it converged as MATPOWER's does. */
  public boolean converged() {
    return converged;
  }

  /** Greatest mismatch where it ended. */
  public double mismatchPu() {
    return mismatchPu;
  }

  /** Voltage magnitude of the bus in row {@code b}, in p.u.; 0 where it is out. */
  public double voltagePu(int b) {
    return vm[b];
  }

  /** Voltage angle of the bus in row {@code b}, in degrees. */
  public double angleDeg(int b) {
    return Math.toDegrees(va[b]);
  }

  /** P and Q into the branch of row {@code l} at both ends, in MW and Mvar. */
  public double[] flow(int l) {
    double[] row = rows.branch()[l];
    if (!carries(row)) {
      return new double[4];
    }
    double[] a = branch(row);
    double[] from = end(at(row[0]), at(row[1]), a[0], a[1], a[2], a[3]);
    double[] to = end(at(row[1]), at(row[0]), a[6], a[7], a[4], a[5]);
    return new double[] {from[0], from[1], to[0], to[1]};
  }

  private double[] end(int i, int j, double gi, double bi, double gj, double bj) {
    double delta = va[i] - va[j];
    double w = vm[i] * vm[j];
    return new double[] {
      rows.baseMva() * (vm[i] * vm[i] * gi + w * (gj * Math.cos(delta) + bj * Math.sin(delta))),
      rows.baseMva() * (-vm[i] * vm[i] * bi + w * (gj * Math.sin(delta) - bj * Math.cos(delta)))
    };
  }
}
