package org.gridclear.security.screening;

import java.util.Arrays;
import java.util.BitSet;
import org.gridclear.numerics.BlockLuFactor;
import org.gridclear.numerics.Lanes;

/**
 * What rows of the mismatch differ by in single lanes from those of the base case. They are noted
 * first and made in the pass that measures, so that a row is touched once.
 */
final class RowEdits {
  private static final byte ADD = 0;
  private static final byte PUT = 1;
  private static final byte CLEAR = 2;

  private final int[] head;
  private final int[] tail;
  private final BitSet rows = new BitSet();
  private int[] row = new int[64];
  private int[] next = new int[64];
  private byte[] lane = new byte[64];
  private byte[] kind = new byte[64];
  private double[] active = new double[64];
  private double[] reactive = new double[64];
  private int count;

  RowEdits(int positions) {
    head = new int[positions];
    tail = new int[positions];
    Arrays.fill(head, -1);
  }

  /** Adds to both rows of a position. */
  void add(int k, int q, double activePu, double reactivePu) {
    note(k, q, ADD, activePu, reactivePu);
  }

  /** The reactive row is this. */
  void put(int k, int q, double value) {
    note(k, q, PUT, 0, value);
  }

  /** Both rows are zero. */
  void clear(int k, int q) {
    note(k, q, CLEAR, 0, 0);
  }

  private void note(int k, int q, byte what, double activePu, double reactivePu) {
    if (count == row.length) {
      grow();
    }
    int m = count++;
    row[m] = k;
    next[m] = -1;
    lane[m] = (byte) q;
    kind[m] = what;
    active[m] = activePu;
    reactive[m] = reactivePu;
    if (head[k] < 0) {
      head[k] = m;
      rows.set(k);
    } else {
      next[tail[k]] = m;
    }
    tail[k] = m;
  }

  private void grow() {
    int length = 2 * count;
    row = Arrays.copyOf(row, length);
    next = Arrays.copyOf(next, length);
    lane = Arrays.copyOf(lane, length);
    kind = Arrays.copyOf(kind, length);
    active = Arrays.copyOf(active, length);
    reactive = Arrays.copyOf(reactive, length);
  }

  /** The next position from one on that has edits; that behind the last if there is none. */
  int next(int k) {
    int found = rows.nextSetBit(k);
    return found < 0 ? head.length : found;
  }

  /**
   * Makes the edits of a position in the lanes of one vector, in the order in which they came.
   *
   * @param r mismatches of all lanes
   */
  void make(int k, int first, double[] r) {
    for (int m = head[k]; m >= 0; m = next[m]) {
      int q = lane[m];
      if (q < first || q >= first + Lanes.STEP) {
        continue;
      }
      int p = k * BlockLuFactor.STRIDE + q;
      int o = p + Lanes.COUNT;
      r[p] = kind[m] == CLEAR ? 0 : r[p] + active[m];
      r[o] = kind[m] == ADD ? r[o] + reactive[m] : reactive[m];
    }
  }

  /** Forgets all edits. */
  void reset() {
    for (int m = 0; m < count; m++) {
      head[row[m]] = -1;
    }
    rows.clear();
    count = 0;
  }
}
