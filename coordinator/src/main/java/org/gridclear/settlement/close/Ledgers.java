package org.gridclear.settlement.close;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.rule.RuleBook;

/** Amounts of a close by entity id and item code; 0 for what it does not have. */
public final class Ledgers {
  private final CloseFolder close;
  private final Map<String, Integer> items = new HashMap<>();
  private final Map<Integer, Ledger> units = new ConcurrentHashMap<>();

  /** Reads the ledger of a close as it is asked for. */
  public Ledgers(CloseFolder close) {
    this.close = close;
    List<RuleBook.Item> all = close.month().book().items();
    for (int i = 0; i < all.size(); i++) {
      items.put(all.get(i).code(), i);
    }
  }

  /** Amount of an item of an entity on a day, 0.001 yuan. */
  public long amount(String entity, String item, int day) {
    Integer number = items.get(item);
    if (number == null || !close.has(entity)) {
      return 0;
    }
    int e = close.index().entity(entity);
    Ledger ledger =
        units.computeIfAbsent(e / RunPlan.ENTITIES_A_UNIT, unit -> Ledger.of(close, unit));
    return ledger.amounts()[day - 1][(e - ledger.from()) * ledger.items() + number];
  }

  /** Amount of an item of an entity over all days, 0.001 yuan. */
  public long total(String entity, String item) {
    long total = 0;
    for (int day = 1; day <= close.month().days(); day++) {
      total += amount(entity, item, day);
    }
    return total;
  }
}
