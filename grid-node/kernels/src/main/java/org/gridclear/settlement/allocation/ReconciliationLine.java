package org.gridclear.settlement.allocation;

/**
 * One comparison of the books (S-13 to S-17).
 *
 * @param check number of the reconciliation: 0 double entry, 1 goods, 2 allocated items, 3
 *     corrections, 4 fees
 * @param subject item, pool or account
 * @param place day and interval, or the month
 * @param left one side, 0.001 yuan
 * @param right the other side
 */
public record ReconciliationLine(int check, String subject, String place, long left, long right) {
  /** What the two sides differ by. */
  public long difference() {
    return left - right;
  }
}
