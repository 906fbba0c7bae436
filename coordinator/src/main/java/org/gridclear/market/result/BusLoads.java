package org.gridclear.market.result;

import java.util.HashMap;
import java.util.Map;
import org.gridclear.market.day.DamagedBlockException;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;

/**
 * Load served at the buses of a block of prices, fixed and of users: what weights a price (EQ-02).
 * A bus without a load has the weight 0.
 */
final class BusLoads {
  private BusLoads() {}

  /** Loads in the places of the prices. */
  static long[] of(DayStore store, DayVersion version, ResultBlock prices) {
    ResultBlock loads =
        store
            .block(version, ResultKind.LOADS, Selection.of("mw"))
            .orElseThrow(
                () ->
                    new DamagedBlockException(
                        version.text(), "it has prices and no loads that weight them"));
    int slots = prices.layout().slots();
    if (loads.layout().slots() != slots) {
      throw new DamagedBlockException(version.text(), "its loads have other periods");
    }
    Map<String, Integer> placeOfBus = new HashMap<>();
    for (int here = 0; here < prices.elements().length; here++) {
      placeOfBus.put(prices.text(here, "bus"), here);
    }
    long[] weights = new long[prices.elements().length * slots];
    long[] mw = loads.column("mw");
    for (int load = 0; load < loads.elements().length; load++) {
      Integer place = placeOfBus.get(loads.text(load, "bus"));
      for (int slot = 0; place != null && slot < slots; slot++) {
        long more = mw[load * slots + slot];
        int at = place * slots + slot;
        if (more == ResultBlock.MISSING || weights[at] == ResultBlock.MISSING) {
          weights[at] = ResultBlock.MISSING;
        } else {
          weights[at] += more;
        }
      }
    }
    return weights;
  }
}
