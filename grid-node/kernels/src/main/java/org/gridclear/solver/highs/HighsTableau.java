package org.gridclear.solver.highs;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.gridclear.solver.RowWeights;

/** Rows of the simplex tableau of the linear program that HiGHS solved last. */
final class HighsTableau {
  /** A weight that is smaller beside the greatest is noise; whatever the weights, the sum holds. */
  private static final double NOISE_SHARE = 1e-10;

  private final HighsLibrary library;
  private final Pointer highs;

  HighsTableau(HighsLibrary library, Pointer highs) {
    this.library = library;
    this.highs = highs;
  }

  /** Those of the wanted columns that are basic; none where there is no basis. */
  List<RowWeights> rows(IntPredicate wanted) {
    int[] basic = new int[library.Highs_getNumRow(highs)];
    List<RowWeights> rows = new ArrayList<>();
    if (basic.length == 0
        || library.Highs_getBasicVariables(highs, basic) == HighsLibrary.STATUS_ERROR) {
      return rows;
    }
    try (Memory vector = new Memory((long) basic.length * Double.BYTES);
        Memory indices = new Memory((long) basic.length * Integer.BYTES)) {
      IntByReference count = new IntByReference();
      for (int position = 0; position < basic.length; position++) {
        // Rows are numbered below zero.
        boolean asked = basic[position] >= 0 && wanted.test(basic[position]);
        if (asked
            && library.Highs_getBasisInverseRow(highs, position, vector, count, indices)
                != HighsLibrary.STATUS_ERROR) {
          rows.add(weights(vector, indices.getIntArray(0, count.getValue())));
        }
      }
    }
    return rows;
  }

  private static RowWeights weights(Memory vector, int[] indices) {
    double[] all = new double[indices.length];
    double greatest = 0;
    for (int k = 0; k < all.length; k++) {
      all[k] = vector.getDouble((long) indices[k] * Double.BYTES);
      greatest = Math.max(greatest, Math.abs(all[k]));
    }
    int size = 0;
    int[] kept = new int[all.length];
    double[] weights = new double[all.length];
    for (int k = 0; k < all.length; k++) {
      if (Math.abs(all[k]) > NOISE_SHARE * greatest) {
        kept[size] = indices[k];
        weights[size++] = all[k];
      }
    }
    return new RowWeights(Arrays.copyOf(kept, size), Arrays.copyOf(weights, size));
  }
}
