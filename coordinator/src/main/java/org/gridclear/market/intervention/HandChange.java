package org.gridclear.market.intervention;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What somebody changes by hand. Periods are counted from 0; {@code to} is one past the last.
 *
 * @param units statuses and outputs that are fixed before the case is cleared again
 * @param prices prices that are set in what was found
 */
public record HandChange(List<OfUnit> units, List<OfPrice> prices) {
  public HandChange {
    units = List.copyOf(units);
    prices = List.copyOf(prices);
  }

  /**
   * A unit is on or off, or gives what is said.
   *
   * @param unit id of a thermal unit of the case
   * @param on whether it runs; empty where it is left free
   * @param mw its output in MW; empty where it is left free
   */
  public record OfUnit(String unit, int from, int to, Optional<Boolean> on, OptionalDouble mw) {}

  /** What a price is of. */
  public enum Place {
    /** One bus. */
    BUS,
    /** All buses of a zone. */
    ZONE
  }

  /**
   * A price is what is said.
   *
   * @param id of the bus or the zone
   * @param yuanPerMwh the price
   */
  public record OfPrice(Place place, String id, int from, int to, double yuanPerMwh) {}

  /** How many changes there are. */
  public int count() {
    return units.size() + prices.size();
  }
}
