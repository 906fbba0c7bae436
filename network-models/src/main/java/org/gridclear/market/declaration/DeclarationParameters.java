package org.gridclear.market.declaration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a market takes, from a trading date on: data, not code.
 *
 * @param market such as {@code da}
 * @param from first trading date on which they hold, until others do
 * @param minutesPerPeriod length of a period of what goes by period
 * @param opens when the window opens
 * @param gate when it closes
 * @param energy bounds of prices of energy
 * @param priceStep prices are multiples of it, 0.001 yuan/MWh, at least 1
 * @param segmentCountMax most segments of a curve
 * @param segmentMwMin least width of a segment, 0.0001 MW
 * @param startYuanCap greatest cost of a start, 0.001 yuan
 * @param noLoadYuanPerHCap greatest no-load cost, 0.001 yuan/h
 * @param jumpFactor a mean price that is so many times the last one, or a so-manyth, is noticed
 * @param products ancillary products that are traded
 * @param defaults what holds for a unit without a declaration
 */
public record DeclarationParameters(
    String market,
    LocalDate from,
    int minutesPerPeriod,
    Moment opens,
    Moment gate,
    Bounds energy,
    long priceStep,
    int segmentCountMax,
    long segmentMwMin,
    long startYuanCap,
    long noLoadYuanPerHCap,
    int jumpFactor,
    List<Product> products,
    Defaults defaults) {
  public DeclarationParameters {
    products = List.copyOf(products);
  }

  /**
   * A time before a trading date, or on it.
   *
   * @param daysBefore days before the trading date
   * @param time local time of the market
   */
  public record Moment(int daysBefore, LocalTime time) {
    /** When that is for a trading date. */
    public Instant of(LocalDate date, ZoneId zone) {
      return date.minusDays(daysBefore).atTime(time).atZone(zone).toInstant();
    }
  }

  /**
   * Bounds of a price, 0.001 yuan/MWh.
   *
   * @param floor the least
   * @param cap the greatest
   */
  public record Bounds(long floor, long cap) {
    /** Whether a price lies within. */
    public boolean hold(long price) {
      return floor <= price && price <= cap;
    }
  }

  /**
   * A product that is traded.
   *
   * @param id id of the product
   * @param bounds of the price of a MW held for an hour
   * @param mileageYuanPerMwCap greatest price of a MW of movement, 0.001 yuan/MW; 0 where movement
   *     is not paid
   * @param mileagePerMwh movement expected of a MW held for an hour, 0.0001 MW
   */
  public record Product(String id, Bounds bounds, long mileageYuanPerMwCap, long mileagePerMwh) {}

  /**
   * What holds for a unit that must offer and has no declaration at the gate, in this order; where
   * neither gives one, the unit is named and the day refused.
   *
   * @param lastDays the declaration in force of the latest of so many days before; 0 for none
   * @param reference whether the registered reference offer holds then
   */
  public record Defaults(int lastDays, boolean reference) {}

  /** The product of an id. */
  public Optional<Product> product(String id) {
    return products.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * For each period of a case the period of the trading date in which it lies, counted from 0.
   *
   * @param startMinute begin of the first period, in minutes after midnight
   * @param minutes length of a period of the case
   * @param count periods of the case
   * @param dateCount periods of the trading date
   * @throws IllegalArgumentException if a period of the case lies in two, or outside of the date
   */
  public int[] periods(int startMinute, int minutes, int count, int dateCount) {
    int[] periods = new int[count];
    for (int t = 0; t < count; t++) {
      long from = startMinute + (long) t * minutes;
      long first = from / minutesPerPeriod;
      long last = (from + minutes - 1) / minutesPerPeriod;
      if (first != last || last >= dateCount) {
        throw new IllegalArgumentException(
            "Declarations of %s go by %d min over a date of %d periods; period %d of the case, %d min from minute %d on, lies in none of them."
                .formatted(market, minutesPerPeriod, dateCount, t + 1, minutes, from));
      }
      periods[t] = (int) first;
    }
    return periods;
  }

  /** Number of periods of a trading date: days of a clock change have more or fewer. */
  public int periodCount(LocalDate date, ZoneId zone) {
    long minutes =
        Duration.between(date.atStartOfDay(zone), date.plusDays(1).atStartOfDay(zone)).toMinutes();
    return (int) (minutes / minutesPerPeriod);
  }
}
