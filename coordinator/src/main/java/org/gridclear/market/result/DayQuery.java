package org.gridclear.market.result;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gridclear.clearing.input.Market;

/**
 * Which results are asked for.
 *
 * @param market the market
 * @param from first trading date
 * @param to last trading date
 * @param cycle number of the run of the day; empty for all
 * @param version number of the version; empty for the newest of each run
 * @param filter which rows
 */
public record DayQuery(
    Market market,
    LocalDate from,
    LocalDate to,
    OptionalInt cycle,
    OptionalInt version,
    Filter filter) {
  /** The longest range: ten years. */
  private static final long DAYS_MAX = 3660;

  public DayQuery {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "The last date (%s) must not be before the first (%s).".formatted(to, from));
    }
    if (ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
      throw new IllegalArgumentException(
          "From %s to %s is more than %d days; ask for parts.".formatted(from, to, DAYS_MAX));
    }
  }

  /** The newest versions of a range of dates. */
  public static DayQuery of(Market market, LocalDate from, LocalDate to) {
    return new DayQuery(market, from, to, OptionalInt.empty(), OptionalInt.empty(), Filter.NONE);
  }

  /** The same with another filter. */
  public DayQuery with(Filter other) {
    return new DayQuery(market, from, to, cycle, version, other);
  }

  /** The same of a version. */
  public DayQuery version(int number) {
    return new DayQuery(market, from, to, cycle, OptionalInt.of(number), filter);
  }

  /** The same of a run of the day. */
  public DayQuery cycle(int number) {
    return new DayQuery(market, from, to, OptionalInt.of(number), version, filter);
  }

  /**
   * Which rows; of a list any will do, empty lists ask for nothing.
   *
   * @param bus ids of buses
   * @param zone zones
   * @param unit ids of units
   * @param owner ids of members; "" for what has no registered owner
   * @param fuel fuels of units
   * @param element ids of what else rows are about: load, storage, branch, flowgate
   * @param period number of the period from 1, time of day such as 18:00, or a range of times such
   *     as 08:00..20:00, whose end is not in it; "" for all
   */
  public record Filter(
      List<String> bus,
      List<String> zone,
      List<String> unit,
      List<String> owner,
      List<String> fuel,
      List<String> element,
      String period) {
    /** All rows. */
    public static final Filter NONE =
        new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "");

    public Filter {
      bus = List.copyOf(bus);
      zone = List.copyOf(zone);
      unit = List.copyOf(unit);
      owner = List.copyOf(owner);
      fuel = List.copyOf(fuel);
      element = List.copyOf(element);
    }

    /** Rows of a bus. */
    public static Filter ofBus(String... bus) {
      return new Filter(List.of(bus), List.of(), List.of(), List.of(), List.of(), List.of(), "");
    }

    /** Rows of a zone. */
    public static Filter ofZone(String... zone) {
      return new Filter(List.of(), List.of(zone), List.of(), List.of(), List.of(), List.of(), "");
    }

    /** The same of some periods. */
    public Filter period(String text) {
      return new Filter(bus, zone, unit, owner, fuel, element, text);
    }

    /** The texts that are asked for, by the name of the filter. */
    Map<String, List<String>> texts(String element) {
      Map<String, List<String>> texts = new LinkedHashMap<>();
      texts.put("bus", bus);
      texts.put("zone", zone);
      texts.put("unit", unit);
      texts.put("owner", owner);
      texts.put("fuel", fuel);
      if (!this.element.isEmpty()) {
        texts.put(element, this.element);
      }
      texts.values().removeIf(List::isEmpty);
      return texts;
    }
  }
}
