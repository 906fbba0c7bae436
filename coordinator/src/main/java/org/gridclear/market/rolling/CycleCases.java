package org.gridclear.market.rolling;

import org.gridclear.market.MarketDay;

/** The case of every run: the whole trading date as it was known when the run began. */
@FunctionalInterface
public interface CycleCases {
  /**
   * The whole date as it is known now.
   *
   * @param cycle the run that is about to be cleared
   */
  MarketDay of(Cycle cycle);
}
