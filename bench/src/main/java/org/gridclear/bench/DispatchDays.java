package org.gridclear.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;

/** Days on which only the dispatch is open. */
final class DispatchDays {
  private DispatchDays() {}

  /** Every unit on throughout, from no known state. */
  static MarketDay allOn(MarketDay day) {
    List<ThermalUnit> units = new ArrayList<>();
    for (ThermalUnit unit : day.thermalUnits()) {
      units.add(
          unit.withCommitment(Collections.nCopies(day.periodCount(), Commitment.ON))
              .withInitial(null));
    }
    return day.withThermalUnits(units);
  }
}
