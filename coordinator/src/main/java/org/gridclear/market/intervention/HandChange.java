package org.gridclear.market.intervention;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What somebody changes by hand. Periods are counted from 0; {@code to} is one past the last.
 *
 * @param units statuses and outputs that are fixed before the case is cleared again
 * @param prices prices that are set in what was found
 * @param storages greatest rates of storages
 * @param loads greatest consumption of loads that bid
 * @param tieLines schedules of tie lines
 */
public record HandChange(
    List<OfUnit> units,
    List<OfPrice> prices,
    List<OfStorage> storages,
    List<OfLoad> loads,
    List<OfTieLine> tieLines) {
  public HandChange {
    units = List.copyOf(units);
    prices = List.copyOf(prices);
    storages = List.copyOf(storages);
    loads = List.copyOf(loads);
    tieLines = List.copyOf(tieLines);
  }

  /**
   * A unit is on or off, or gives what is said.
   *
   * @param unit id of a thermal unit of the case, or of one that follows a forecast
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

  /**
   * A storage takes and gives no more than is said.
   *
   * @param storage id of a storage of the case
   * @param chargeMw the most that it takes, in MW; empty where it stays as it is
   * @param dischargeMw the most that it gives, in MW; empty where it stays as it is
   */
  public record OfStorage(
      String storage, int from, int to, OptionalDouble chargeMw, OptionalDouble dischargeMw) {}

  /**
   * A load that bids gets no more than is said.
   *
   * @param load id of a flexible load of the case
   * @param mostMw the most, in MW
   */
  public record OfLoad(String load, int from, int to, double mostMw) {}

  /**
   * A tie line carries what is said.
   *
   * @param tieLine id of a tie-line schedule of the case
   * @param mw import in MW; negative for export
   */
  public record OfTieLine(String tieLine, int from, int to, double mw) {}

  /** How many changes there are. */
  public int count() {
    return units.size() + prices.size() + storages.size() + loads.size() + tieLines.size();
  }
}
