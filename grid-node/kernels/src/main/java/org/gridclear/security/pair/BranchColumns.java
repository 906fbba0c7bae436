package org.gridclear.security.pair;

import java.util.Arrays;
import org.gridclear.numerics.LdlFactor;
import org.gridclear.numerics.SparseColumn;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.powerflow.PowerFlowModel;

/**
 * Angles by position for one unit of power in at the sending end of a branch and out at the
 * receiving end, in p.u. of the intact network. Not safe for several threads.
 */
final class BranchColumns {
  private static final int LANES = LdlFactor.LANES;

  private final DcPowerFlow base;
  private final double[] lanes;
  private final int[] all;
  private final SparseColumn column;

  BranchColumns(DcPowerFlow base) {
    this.base = base;
    int size = base.model().size();
    this.lanes = new double[LANES * size];
    this.column = new SparseColumn(size);
    this.all = new int[size];
    Arrays.setAll(all, k -> size - 1 - k);
  }

  /** The columns of a few branches, written into arrays that are there. */
  void of(int[] branches, int from, int to, double[][] into) {
    for (int start = from; start < to; start += LANES) {
      int count = Math.min(LANES, to - start);
      Arrays.fill(lanes, 0);
      for (int q = 0; q < count; q++) {
        unit(branches[start + q]).addTo(lanes, q, 1);
      }
      base.factor().backwardLanes(lanes, all);
      for (int q = 0; q < count; q++) {
        double[] angles = into[start + q - from];
        for (int k = 0; k < angles.length; k++) {
          angles[k] = lanes[k * LANES + q];
        }
      }
    }
  }

  private SparseColumn unit(int branch) {
    PowerFlowModel model = base.model();
    int i = model.from(branch);
    int j = model.to(branch);
    if (model.isReference(i)) {
      return base.factor().eliminate(j, -1, -1, 0, column);
    }
    return base.factor().eliminate(i, 1, model.isReference(j) ? -1 : j, -1, column);
  }
}
