package org.gridclear.numerics;

/** A matrix that has no inverse. */
public final class SingularMatrixException extends ArithmeticException {
  private static final long serialVersionUID = 1;

  private final int row;

  /**
   * Names the pivot that vanishes.
   *
   * @param row its row in the matrix's own numbering
   * @param position its position in the order of elimination
   * @param count rows of the matrix
   * @param pivot its value
   */
  SingularMatrixException(int row, int position, int count, double pivot) {
    super("The matrix is singular: pivot %d of %d is %s.".formatted(position, count, pivot));
    this.row = row;
  }

  /** Row whose pivot vanishes, in the matrix's own numbering. */
  public int row() {
    return row;
  }

  /**
   * The same of a matrix of susceptances, in words of the network.
   *
   * @param bus the row's bus
   */
  public ArithmeticException ofSusceptances(String bus) {
    ArithmeticException named =
        new ArithmeticException(
            ("The DC power flow has no solution: the susceptances of the branches at bus %s, and of"
                    + " the buses behind it, vanish or cancel. Check x of the branches there.")
                .formatted(bus));
    named.initCause(this);
    return named;
  }
}
