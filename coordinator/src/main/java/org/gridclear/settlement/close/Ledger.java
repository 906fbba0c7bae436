package org.gridclear.settlement.close;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.rule.AllocationRule;
import org.jspecify.annotations.Nullable;

/**
 * What entities owe and are owed: {@code amounts[day − 1][(entity − from)·items + item]} with
 * shares, 0.001 yuan, and quantities, 0.0001 MWh or MW.
 *
 * @param from first entity
 * @param to one past the last
 * @param items number of items
 * @param amounts amounts
 * @param quantities quantities
 */
public record Ledger(int from, int to, int items, long[][] amounts, long[][] quantities) {
  /** The ledger of a unit of a close. */
  public static Ledger of(CloseFolder close, int unit) {
    return of(close, unit, close::shares);
  }

  /** Ledgers of the units of a close, for whoever wants all: each share is read once. */
  public static IntFunction<Ledger> each(CloseFolder close) {
    Map<List<Integer>, Optional<long[]>> read = new ConcurrentHashMap<>();
    return unit ->
        of(
            close,
            unit,
            (day, allocation) ->
                read.computeIfAbsent(
                        List.of(day, allocation),
                        key -> Optional.ofNullable(close.shares(day, allocation)))
                    .orElse(null));
  }

  /** Shares of all entities in an allocation on a day; null where nothing was shared. */
  private interface Shares {
    long @Nullable [] of(int day, int allocation);
  }

  private static Ledger of(CloseFolder close, int unit, Shares ofClose) {
    ChargeResult charges = close.charges(unit);
    int items = close.month().book().items().size();
    List<AllocationRule> allocations = close.month().book().allocations();
    for (int a = 0; a < allocations.size(); a++) {
      int item = close.month().book().item(allocations.get(a).item());
      for (int day = 1; item >= 0 && day <= charges.days(); day++) {
        long[] shares = ofClose.of(day, a);
        for (int e = 0; shares != null && e < charges.entities(); e++) {
          charges.amounts()[day - 1][e * items + item] += shares[charges.from() + e];
        }
      }
    }
    return new Ledger(charges.from(), charges.to(), items, charges.amounts(), charges.quantities());
  }

  /** Amount of an item of an entity over all days. */
  public long amount(int entity, int item) {
    return sum(amounts, entity, item);
  }

  /** Quantity of an item of an entity over all days. */
  public long quantity(int entity, int item) {
    return sum(quantities, entity, item);
  }

  private long sum(long[][] table, int entity, int item) {
    long sum = 0;
    for (long[] day : table) {
      sum += day[(entity - from) * items + item];
    }
    return sum;
  }
}
