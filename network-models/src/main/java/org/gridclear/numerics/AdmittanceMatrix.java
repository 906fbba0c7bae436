package org.gridclear.numerics;

import org.gridclear.network.NetworkIndex;
import org.gridclear.network.Shunt;
import org.gridclear.network.topology.Incidence;

/**
 * The bus admittance matrix of the branches in service and the bus shunts, by rows, rows and
 * columns by position in the elimination order.
 */
public final class AdmittanceMatrix {
  private final SymbolicFactor symbolic;
  private final int[] rowStart;
  private final int[] column;
  private final int[] slot;

  /** Conductance and susceptance of every entry, and of the diagonal by row. */
  private final double[] values;

  private final double[] diagonal;

  /**
   * Builds the matrix.
   *
   * @param incidence the network
   * @param symbolic a pattern that has every branch
   * @param branches admittances of the branches
   * @param inService per branch, whether it is part of the matrix
   */
  public AdmittanceMatrix(
      Incidence incidence,
      SymbolicFactor symbolic,
      BranchAdmittances branches,
      boolean[] inService) {
    NetworkIndex index = incidence.index();
    this.symbolic = symbolic;
    int n = index.busCount();
    rowStart = new int[n + 1];
    diagonal = new double[2 * n];
    int[] columns = new int[2 * index.branchCount()];
    double[] mutuals = new double[2 * columns.length];
    int[] seenAt = new int[n];
    java.util.Arrays.fill(seenAt, -1);
    double[] y = branches.values();
    int count = 0;
    for (int k = 0; k < n; k++) {
      int bus = symbolic.row(k);
      rowStart[k] = count;
      for (int entry = incidence.start(bus); entry < incidence.end(bus); entry++) {
        int l = incidence.branch(entry);
        int other = symbolic.position(incidence.bus(entry));
        if (!inService[l] || other == k) {
          continue;
        }
        int o = BranchAdmittances.STRIDE * l + (index.from(l) == bus ? 0 : 4);
        int self = index.from(l) == bus ? o : o + 2;
        int mutual = index.from(l) == bus ? o + 2 : o;
        diagonal[2 * k] += y[self];
        diagonal[2 * k + 1] += y[self + 1];
        if (seenAt[other] < rowStart[k]) {
          seenAt[other] = count;
          columns[count++] = other;
        }
        mutuals[2 * seenAt[other]] += y[mutual];
        mutuals[2 * seenAt[other] + 1] += y[mutual + 1];
      }
    }
    rowStart[n] = count;
    column = java.util.Arrays.copyOf(columns, count);
    values = java.util.Arrays.copyOf(mutuals, 2 * count);
    slot = slots();
    addShunts(index);
  }

  /** Where the factors have the entries. */
  private int[] slots() {
    int[] slots = new int[column.length];
    for (int k = 0; k < rowStart.length - 1; k++) {
      for (int p = rowStart[k]; p < rowStart[k + 1]; p++) {
        slots[p] = symbolic.slot(k, column[p]);
      }
    }
    return slots;
  }

  private void addShunts(NetworkIndex index) {
    for (Shunt shunt : index.network().shunts()) {
      int k = symbolic.position(index.bus(shunt.bus()));
      diagonal[2 * k] += shunt.gMw() / index.network().baseMva();
      diagonal[2 * k + 1] += shunt.bMvar() / index.network().baseMva();
    }
  }

  /** Order and pattern. */
  public SymbolicFactor symbolic() {
    return symbolic;
  }

  /** First entry of row {@code k}; that of row n is the number of entries. */
  public int start(int k) {
    return rowStart[k];
  }

  /** Column position of an entry. */
  public int column(int entry) {
    return column[entry];
  }

  /** Place of an entry in the row layout of the factor's lower triangle. */
  public int slot(int entry) {
    return slot[entry];
  }

  /** Conductance of an entry. */
  public double g(int entry) {
    return values[2 * entry];
  }

  /** Susceptance of an entry. */
  public double b(int entry) {
    return values[2 * entry + 1];
  }

  /** Conductance on the diagonal of row {@code k}. */
  public double diagonalG(int k) {
    return diagonal[2 * k];
  }

  /** Susceptance on the diagonal of row {@code k}. */
  public double diagonalB(int k) {
    return diagonal[2 * k + 1];
  }

  /** Where every row begins among the entries; that of row n is their number. Not to be changed. */
  public int[] rowStart() {
    return rowStart;
  }

  /** Column positions of the entries. Not to be changed. */
  public int[] column() {
    return column;
  }

  /** Conductance and susceptance of every entry. Not to be changed. */
  public double[] values() {
    return values;
  }

  /** Those on the diagonal, by row. Not to be changed. */
  public double[] diagonal() {
    return diagonal;
  }

  /**
   * Complex power that the network takes at every bus.
   *
   * @param e real part of the voltages by position
   * @param f imaginary part
   * @param p receives active power in p.u.
   * @param q receives reactive power in p.u.
   */
  public void power(double[] e, double[] f, double[] p, double[] q) {
    for (int k = 0; k < e.length; k++) {
      double re = diagonal[2 * k] * e[k] - diagonal[2 * k + 1] * f[k];
      double im = diagonal[2 * k] * f[k] + diagonal[2 * k + 1] * e[k];
      for (int m = rowStart[k]; m < rowStart[k + 1]; m++) {
        int j = column[m];
        double g = values[2 * m];
        double b = values[2 * m + 1];
        re += g * e[j] - b * f[j];
        im += g * f[j] + b * e[j];
      }
      p[k] = e[k] * re + f[k] * im;
      q[k] = f[k] * re - e[k] * im;
    }
  }
}
