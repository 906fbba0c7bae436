package org.gridclear.security.screening;

/**
 * A change of one row of the base Jacobian, {@code J' = J + sign · e dᵀ}, in the form in which it
 * enters a compensation. One row may be changed several times.
 *
 * @param eliminated {@code L⁻¹ e}
 * @param transposed {@code U⁻ᵀ d}
 * @param sign 1 to add the content, -1 to take it away
 */
record RowChange(PathColumn eliminated, PathColumn transposed, int sign) {
  RowChange negated() {
    return new RowChange(eliminated, transposed, -sign);
  }
}
