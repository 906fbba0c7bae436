package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.settlement.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/** Market-wide questions to a close; its ledger is unpacked once. */
public final class CloseQueries {
  private static final int LIMIT_MAX = 10_000;

  private final CloseFolder close;
  private final List<RuleBook.Item> items;
  private final List<String> units;
  private final List<Ledger> ledgers;
  private @Nullable List<EntityTotal> totals;

  /** Unpacks the ledger of a close. */
  public CloseQueries(CloseFolder close) {
    this.close = close;
    this.items = close.month().book().items();
    this.units = close.quantityUnits();
    this.ledgers =
        IntStream.range(0, close.record().unitKeys().size())
            .parallel()
            .mapToObj(Ledger.each(close))
            .toList();
  }

  /** The close. */
  public CloseFolder close() {
    return close;
  }

  /**
   * An amount of an entity.
   *
   * @param entity entity
   * @param item item
   * @param quantity 0.0001 of the unit
   * @param unit unit of the quantity; 1 for a plain number, empty where the item has no quantity
   * @param amount 0.001 yuan
   */
  public record EntityAmount(String entity, String item, long quantity, String unit, long amount) {}

  /** Sums of an item over all entities by day, 0.001 yuan. */
  public long[] itemByDay(String code) {
    int item = item(code);
    long[] sums = new long[close.month().days()];
    for (Ledger ledger : ledgers) {
      for (int d = 0; d < sums.length; d++) {
        long[] amounts = ledger.amounts()[d];
        for (int i = item; i < amounts.length; i += ledger.items()) {
          sums[d] += amounts[i];
        }
      }
    }
    return sums;
  }

  /**
   * The entities with the largest amounts of an item, by magnitude.
   *
   * @param limit the most entities
   * @throws IllegalArgumentException if there is no such item, or the limit is not 1 or more
   */
  public List<EntityAmount> top(String code, int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException(
          "The limit (%d) must lie in 1..%d.".formatted(limit, LIMIT_MAX));
    }
    int item = item(code);
    return ledgers.stream()
        .flatMap(
            ledger ->
                IntStream.range(ledger.from(), ledger.to()).mapToObj(e -> amount(ledger, e, item)))
        .sorted(Comparator.comparingLong((EntityAmount a) -> -Math.abs(a.amount())))
        .limit(limit)
        .toList();
  }

  /** All items of an entity. */
  public List<EntityAmount> entity(String id) {
    int entity = close.entity(id);
    List<EntityAmount> amounts = new ArrayList<>();
    for (Ledger ledger : ledgers) {
      for (int i = 0; ledger.from() <= entity && entity < ledger.to() && i < ledger.items(); i++) {
        EntityAmount amount = amount(ledger, entity, i);
        if (amount.amount() != 0 || amount.quantity() != 0) {
          amounts.add(amount);
        }
      }
    }
    return amounts;
  }

  /**
   * What is paid to each entity in all, and how many of its items are not 0.
   *
   * @param amount 0.001 yuan
   * @param items items with a quantity or an amount
   */
  public record EntityTotal(long amount, int items) {}

  /** The totals of all entities, by their numbers; added up at the first call. */
  public List<EntityTotal> totals() {
    if (totals == null) {
      EntityTotal[] all = new EntityTotal[close.month().entities().size()];
      ledgers.parallelStream().forEach(ledger -> total(ledger, all));
      totals = List.of(all);
    }
    return totals;
  }

  private static void total(Ledger ledger, EntityTotal[] all) {
    for (int e = ledger.from(); e < ledger.to(); e++) {
      long amount = 0;
      int count = 0;
      for (int i = 0; i < ledger.items(); i++) {
        long ofItem = ledger.amount(e, i);
        amount += ofItem;
        count += ofItem != 0 || ledger.quantity(e, i) != 0 ? 1 : 0;
      }
      all[e] = new EntityTotal(amount, count);
    }
  }

  /** What entities are paid on each day in all, without what they pay, 0.001 yuan. */
  public long[] paidByDay() {
    long[] paid = new long[close.month().days()];
    for (Ledger ledger : ledgers) {
      for (int d = 0; d < paid.length; d++) {
        for (long amount : ledger.amounts()[d]) {
          paid[d] += Math.max(0, amount);
        }
      }
    }
    return paid;
  }

  private EntityAmount amount(Ledger ledger, int entity, int item) {
    return new EntityAmount(
        close.month().entities().get(entity).id(),
        items.get(item).code(),
        ledger.quantity(entity, item),
        units.get(item),
        ledger.amount(entity, item));
  }

  /**
   * Number of an item of the book.
   *
   * @throws IllegalArgumentException if it has none of this code
   */
  public int item(String code) {
    int item = close.month().book().item(code);
    if (item < 0) {
      throw new IllegalArgumentException(
          "There is no item %s in the book; there are %s."
              .formatted(code, items.stream().map(RuleBook.Item::code).toList()));
    }
    return item;
  }
}
