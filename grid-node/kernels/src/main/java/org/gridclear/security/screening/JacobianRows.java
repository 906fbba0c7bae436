package org.gridclear.security.screening;

import org.gridclear.numerics.AdmittanceMatrix;
import org.gridclear.numerics.BranchAdmittances;
import org.gridclear.security.compensation.ChangedRow;
import org.gridclear.security.compensation.PathColumn;
import org.jspecify.annotations.Nullable;

/** Changes of rows of the base Jacobian: branch ends taken out, voltages let go. */
final class JacobianRows {
  /** Products of voltages let go that are kept at most: 32 MB. Others are computed each time. */
  private static final int PRODUCTS_MAX = 4_000_000;

  private final AcBase base;
  private final @Nullable ChangedRow[] reactive;
  private final int slots;

  JacobianRows(AcBase base) {
    this.base = base;
    this.slots = base.regulated.length;
    this.reactive = new ChangedRow[slots];
  }

  /**
   * Replaces the unit row of a voltage that was held by the reactive row. Depends on the base case
   * alone and is kept; whoever computes it anew gets the same.
   *
   * @param slot number of the position among those that may hold their voltage
   */
  ChangedRow voltageLetGo(int slot, double[] scratch) {
    ChangedRow known = reactive[slot];
    if (known == null) {
      known = computed(slot, scratch);
      reactive[slot] = known;
    }
    return known;
  }

  private ChangedRow computed(int slot, double[] scratch) {
    int k = base.regulated[slot];
    AdmittanceMatrix y = base.y;
    double[] e = base.solution.e();
    double[] f = base.solution.f();
    int length = 2 * (y.start(k + 1) - y.start(k)) + 2;
    int[] unknowns = new int[length];
    double[] content = new double[length];
    int at = 2;
    double aSum = 0;
    double bSum = 0;
    for (int m = y.start(k); m < y.start(k + 1); m++) {
      int j = y.column(m);
      double re = y.g(m) * e[j] - y.b(m) * f[j];
      double im = y.g(m) * f[j] + y.b(m) * e[j];
      double a = e[k] * re + f[k] * im;
      double b = f[k] * re - e[k] * im;
      unknowns[at] = 2 * j;
      content[at++] = -a;
      unknowns[at] = 2 * j + 1;
      content[at++] = b;
      aSum += a;
      bSum += b;
    }
    double bSelf = -y.diagonalB(k) * (e[k] * e[k] + f[k] * f[k]);
    unknowns[0] = 2 * k;
    content[0] = aSum;
    unknowns[1] = 2 * k + 1;
    content[1] = bSum + 2 * bSelf - 1;
    boolean kept = (slot + 1L) * slots <= PRODUCTS_MAX;
    return ChangedRow.shared(
        PathColumn.eliminated(base.factor, 2 * k + 1, scratch),
        PathColumn.transposed(base.factor, unknowns, content, length, scratch),
        slot,
        kept ? slots : 0);
  }

  /**
   * Takes a branch's share out of a row of one of its ends.
   *
   * @param reactiveRow whether it is the reactive row, else the active one
   */
  ChangedRow takeOut(int l, boolean atFrom, boolean reactiveRow, double[] scratch) {
    double[] y = base.model.structure().admittances().values();
    int o = BranchAdmittances.STRIDE * l;
    int k = atFrom ? base.model.from(l) : base.model.to(l);
    int j = atFrom ? base.model.to(l) : base.model.from(l);
    int self = atFrom ? o : o + 6;
    int mutual = atFrom ? o + 2 : o + 4;
    double[] e = base.solution.e();
    double[] f = base.solution.f();
    double re = y[mutual] * e[j] - y[mutual + 1] * f[j];
    double im = y[mutual] * f[j] + y[mutual + 1] * e[j];
    double a = e[k] * re + f[k] * im;
    double b = f[k] * re - e[k] * im;
    double squared = e[k] * e[k] + f[k] * f[k];
    int[] unknowns = {2 * k, 2 * k + 1, 2 * j, 2 * j + 1};
    double[] content =
        reactiveRow
            ? new double[] {-a, 2 * y[self + 1] * squared - b, a, -b}
            : new double[] {b, -2 * y[self] * squared - a, -b, -a};
    return ChangedRow.own(
        PathColumn.eliminated(base.factor, reactiveRow ? 2 * k + 1 : 2 * k, scratch),
        PathColumn.transposed(base.factor, unknowns, content, content.length, scratch),
        slots);
  }
}
