package org.gridclear.security.screening;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A change of one row of the base Jacobian, {@code J' = J + e dᵀ}, in the form in which it enters a
 * compensation, with its products with the rows of voltages let go, once they were computed. That
 * of a voltage let go is shared by threads: two that come at once compute the same.
 */
final class ChangedRow {
  private final PathColumn eliminated;
  private final PathColumn transposed;
  private final int slot;
  private final int slots;
  private AtomicLongArray below;
  private AtomicLongArray before;

  private ChangedRow(PathColumn eliminated, PathColumn transposed, int slot, int slots) {
    this.eliminated = eliminated;
    this.transposed = transposed;
    this.slot = slot;
    this.slots = slots;
  }

  /**
   * The row of a voltage let go.
   *
   * @param eliminated {@code G = L⁻¹ e}
   * @param transposed {@code H = U⁻ᵀ d}
   * @param slot its number among those rows
   * @param kept of so many of them the products with this one are kept: all, or 0
   */
  static ChangedRow shared(PathColumn eliminated, PathColumn transposed, int slot, int kept) {
    ChangedRow row = new ChangedRow(eliminated, transposed, slot, kept);
    row.below = kept > 0 ? new AtomicLongArray(kept) : null;
    return row;
  }

  /**
   * A row of one outage, used by one thread.
   *
   * @param slots number of rows of voltages let go
   */
  static ChangedRow own(PathColumn eliminated, PathColumn transposed, int slots) {
    return new ChangedRow(eliminated, transposed, -1, slots);
  }

  PathColumn eliminated() {
    return eliminated;
  }

  PathColumn transposed() {
    return transposed;
  }

  /** {@code Hᵀ G} with another row's H and this one's G; 0 if it is not known. */
  double product(ChangedRow other) {
    AtomicLongArray known = other.slot >= 0 ? below : other.before;
    if (known == null || (other.slot < 0 && slot < 0)) {
      return 0;
    }
    return Double.longBitsToDouble(known.getOpaque(other.slot >= 0 ? other.slot : slot));
  }

  /** Keeps what {@link #product} asks for, if it is of a row that is asked for again. */
  void keep(ChangedRow other, double product) {
    if (other.slot >= 0) {
      below = below == null && slot < 0 ? new AtomicLongArray(slots) : below;
      put(below, other.slot, product);
    } else if (slot >= 0) {
      other.before = other.before == null ? new AtomicLongArray(other.slots) : other.before;
      put(other.before, slot, product);
    }
  }

  private static void put(AtomicLongArray known, int at, double product) {
    if (known != null) {
      known.setOpaque(at, Double.doubleToRawLongBits(product));
    }
  }
}
