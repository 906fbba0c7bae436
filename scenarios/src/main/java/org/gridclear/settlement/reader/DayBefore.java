package org.gridclear.settlement.reader;

import org.gridclear.settlement.input.SettlementColumn;

/** Whether units ran at the end of the day before. */
@FunctionalInterface
public interface DayBefore {
  /** Whether a unit was on in a market. */
  boolean on(SettlementColumn column, int entity);
}
