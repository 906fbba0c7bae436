package org.gridclear.settlement.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Numbers of the ids of a month. Stored blocks, prices and charges name entities, price points and
 * contracts by id; numbers hold inside one month only.
 */
public final class MonthIndex {
  private final SettlementMonth month;
  private final Map<String, Integer> entities;
  private final Map<String, Integer> points;
  private final Map<String, Integer> contracts;

  /** Numbers the ids of a month. */
  public MonthIndex(SettlementMonth month) {
    this.month = month;
    this.entities = numbers(month.entities(), SettlementMonth.EntityName::id);
    this.points = numbers(month.points(), Function.identity());
    this.contracts = numbers(month.contracts(), Function.identity());
  }

  private static <T> Map<String, Integer> numbers(List<T> list, Function<T, String> id) {
    Map<String, Integer> numbers = new HashMap<>(2 * list.size());
    for (T each : list) {
      numbers.put(id.apply(each), numbers.size());
    }
    return numbers;
  }

  /** The month. */
  public SettlementMonth month() {
    return month;
  }

  /** Whether the month has an entity of this id. */
  public boolean hasEntity(String id) {
    return entities.containsKey(id);
  }

  /**
   * Number of an entity.
   *
   * @throws IllegalArgumentException if the month has none of this id
   */
  public int entity(String id) {
    return number(entities, "entity", id);
  }

  /**
   * Number of a price point.
   *
   * @throws IllegalArgumentException if the month has none of this id
   */
  public int point(String id) {
    return number(points, "price point", id);
  }

  /**
   * Number of a contract.
   *
   * @throws IllegalArgumentException if the month has none of this id
   */
  public int contract(String id) {
    return number(contracts, "contract", id);
  }

  private int number(Map<String, Integer> numbers, String what, String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(
          "The %s %s of the stored data is none of the month %s."
              .formatted(what, id, month.month()));
    }
    return number;
  }
}
