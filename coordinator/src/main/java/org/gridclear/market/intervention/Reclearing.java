package org.gridclear.market.intervention;

import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.Owners;
import org.gridclear.study.ClearedAs;

/** Clears a case again, as it was cleared before. */
@FunctionalInterface
public interface Reclearing {
  /**
   * Clears a case.
   *
   * @param day the case
   * @param as options and switches
   * @param owners whose things they are on the date
   * @throws IllegalArgumentException if there is no schedule
   */
  DayResult clear(MarketDay day, ClearedAs as, Owners owners);
}
