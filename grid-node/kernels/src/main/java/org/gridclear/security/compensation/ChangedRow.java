package org.gridclear.security.compensation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A change of one row of the base Jacobian, {@code J' = J + e dᵀ}, in the form in which it enters a
 * compensation, with its products with the rows of voltages let go, once they were computed. That
 * of a voltage let go is shared: whoever computes a product anew gets the same.
 */
public final class ChangedRow {
  /** Reads and writes a whole number of a shared array, whoever else does. */
  private static final VarHandle WHOLE = MethodHandles.arrayElementVarHandle(double[].class);

  private final PathColumn eliminated;
  private final PathColumn transposed;
  private final int slot;
  private final int slots;
  private final double @Nullable [] shared;
  private double @Nullable [] below;
  private double @Nullable [] before;

  private ChangedRow(
      PathColumn eliminated,
      PathColumn transposed,
      int slot,
      int slots,
      double @Nullable [] shared) {
    this.eliminated = eliminated;
    this.transposed = transposed;
    this.slot = slot;
    this.slots = slots;
    this.shared = shared;
  }

  /**
   * The row of a voltage let go.
   *
   * @param eliminated {@code G = L⁻¹ e}
   * @param transposed {@code H = U⁻ᵀ d}
   * @param slot its number among those rows
   * @param kept of so many of them the products with this one are kept: all, or 0
   */
  public static ChangedRow shared(
      PathColumn eliminated, PathColumn transposed, int slot, int kept) {
    return new ChangedRow(eliminated, transposed, slot, kept, kept > 0 ? new double[kept] : null);
  }

  /**
   * A row of one outage, which nothing else uses.
   *
   * @param slots number of rows of voltages let go
   */
  public static ChangedRow own(PathColumn eliminated, PathColumn transposed, int slots) {
    return new ChangedRow(eliminated, transposed, -1, slots, null);
  }

  public PathColumn eliminated() {
    return eliminated;
  }

  public PathColumn transposed() {
    return transposed;
  }

  /** {@code Hᵀ G} with another row's H and this one's G; 0 if it is not known. */
  public double product(ChangedRow other) {
    if (other.slot >= 0) {
      return read(slot >= 0 ? shared : below, other.slot);
    }
    return slot >= 0 ? read(other.before, slot) : 0;
  }

  private static double read(double @Nullable [] known, int at) {
    return known == null ? 0 : (double) WHOLE.getOpaque(known, at);
  }

  /** Keeps what {@link #product} asks for, if it is of a row that is asked for again. */
  public void keep(ChangedRow other, double product) {
    if (other.slot < 0) {
      if (slot >= 0) {
        other.before = other.before == null ? new double[other.slots] : other.before;
        other.before[slot] = product;
      }
    } else if (slot < 0) {
      below = below == null ? new double[slots] : below;
      below[other.slot] = product;
    } else if (shared != null) {
      WHOLE.setOpaque(shared, other.slot, product);
    }
  }
}
