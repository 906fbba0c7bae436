package org.gridclear.settlement.charge;

import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.SettlementColumn;
import org.jspecify.annotations.Nullable;

/** A few rows that a program runs over at once. */
interface Rows {
  /** Number of rows. */
  int count();

  /** Values of a row. */
  int intervals();

  /** Fills the first {@code count·intervals} values of a vector with a column, row by row. */
  void load(SettlementColumn column, long[] vector);

  /** Offer of a row, null for none. */
  default @Nullable Offer offer(int row) {
    return null;
  }

  /** Whether it is the last day of the month of the entity of a row. */
  boolean lastDay(int row);

  /** Number of the contract that a row is a side of; −1 for none. */
  default int contract(int row) {
    return -1;
  }

  /** Number of the entity that a row counts for. */
  int entity(int row);
}
