package org.gridclear.market.declaration;

/**
 * Takes back what is in force.
 *
 * @param slot of what
 */
public record Withdrawal(Slot slot) implements Terms {
  /** Name of the kind in files. */
  public static final String KIND = "withdrawal";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean standing() {
    return false;
  }

  @Override
  public boolean fits(UnitKind unit) {
    return true;
  }

  @Override
  public Withdrawal in(int[] periods) {
    return this;
  }
}
