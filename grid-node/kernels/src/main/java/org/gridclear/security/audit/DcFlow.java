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
import org.gridclear.network.topology.Islands;
import org.gridclear.numerics.SymbolicFactor;

/** A DC power flow of its own: all buses with one grounded bus per island, solved by EJML's LU. */
public final class DcFlow {
  private final NetworkIndex index;
  private final boolean[] inService;
  private final Islands islands;
  private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver;
  private final boolean[] grounded;
  private final int[] row;

  /** Flows of a network with some branches out. */
  public DcFlow(NetworkIndex index, boolean[] inService) {
    this.index = index;
    this.inService = inService;
    this.islands = Islands.of(index, inService);
    int n = index.busCount();
    this.grounded = new boolean[n];
    this.row = rows(index);
    boolean[] seen = new boolean[islands.count()];
    seen[islands.of(index.referenceBus())] = true;
    grounded[index.referenceBus()] = true;
    for (int b = 0; b < n; b++) {
      if (!seen[islands.of(b)]) {
        seen[islands.of(b)] = true;
        grounded[b] = true;
      }
    }
    DMatrixSparseTriplet entries = new DMatrixSparseTriplet(n, n, 4 * index.branchCount() + n);
    for (int b = 0; b < n; b++) {
      if (grounded[b]) {
        entries.addItem(row[b], row[b], 1);
      }
    }
    for (int l = 0; l < index.branchCount(); l++) {
      if (inService[l] && index.from(l) != index.to(l)) {
        stamp(entries, index.from(l), index.to(l), branch(l).susceptancePu());
      }
    }
    DMatrixSparseCSC matrix = DConvertMatrixStruct.convert(entries, (DMatrixSparseCSC) null);
    matrix.sortIndices(null);
    this.solver = LinearSolverFactory_DSCC.lu(FillReducing.NONE);
    if (!solver.setA(Duplicates.summed(matrix))) {
      throw new ArithmeticException("The susceptance matrix is singular.");
    }
  }

  /** Rows in an order of little fill, for EJML has none; the answer does not depend on it. */
  private static int[] rows(NetworkIndex index) {
    int[] from = new int[index.branchCount()];
    int[] to = new int[index.branchCount()];
    Arrays.setAll(from, index::from);
    Arrays.setAll(to, index::to);
    SymbolicFactor order = SymbolicFactor.of(index.busCount(), from, to);
    int[] rows = new int[index.busCount()];
    Arrays.setAll(rows, order::position);
    return rows;
  }

  private void stamp(DMatrixSparseTriplet entries, int i, int j, double b) {
    if (!grounded[i]) {
      entries.addItem(row[i], row[i], b);
      entries.addItem(row[i], row[j], -b);
    }
    if (!grounded[j]) {
      entries.addItem(row[j], row[j], b);
      entries.addItem(row[j], row[i], -b);
    }
  }

  private Branch branch(int l) {
    return index.network().branches().get(l);
  }

  /** The islands that are left. */
  public Islands islands() {
    return islands;
  }

  private double[] angles(double[] injection) {
    DMatrixRMaj rhs = new DMatrixRMaj(injection.length, 1);
    for (int b = 0; b < injection.length; b++) {
      rhs.set(row[b], 0, grounded[b] ? 0 : injection[b]);
    }
    DMatrixRMaj angle = new DMatrixRMaj(injection.length, 1);
    solver.solve(rhs, angle);
    double[] byBus = new double[injection.length];
    for (int b = 0; b < byBus.length; b++) {
      byBus[b] = angle.get(row[b], 0);
    }
    return byBus;
  }

  private double shiftFlow(int l) {
    return -branch(l).susceptancePu()
        * Math.toRadians(branch(l).shiftDeg())
        * index.network().baseMva();
  }

  /** Flow of every branch in MW. */
  public double[] flows(double[] injectionMw) {
    double[] injection = injectionMw.clone();
    for (int l = 0; l < index.branchCount(); l++) {
      if (inService[l]) {
        injection[index.from(l)] -= shiftFlow(l);
        injection[index.to(l)] += shiftFlow(l);
      }
    }
    double[] angle = angles(injection);
    double[] flow = new double[index.branchCount()];
    for (int l = 0; l < flow.length; l++) {
      if (inService[l]) {
        double difference = angle[index.from(l)] - angle[index.to(l)];
        flow[l] = branch(l).susceptancePu() * difference + shiftFlow(l);
      }
    }
    return flow;
  }

  /**
   * Change of the flow of branch {@code l} per MW moved from the ground to each bus. The matrix is
   * symmetric, so one solution for the ends of the branch gives those of all buses.
   */
  public double[] shiftFactors(int l) {
    if (!inService[l]) {
      return new double[index.busCount()];
    }
    double[] ends = new double[index.busCount()];
    ends[index.from(l)] = branch(l).susceptancePu();
    ends[index.to(l)] = -branch(l).susceptancePu();
    return angles(ends);
  }
}
