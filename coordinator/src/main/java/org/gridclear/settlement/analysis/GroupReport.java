package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.quantity;
import static org.gridclear.settlement.analysis.MonthFigures.yuan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Items of groups of entities: what each collects and pays. */
final class GroupReport {
  private GroupReport() {}

  /** Sums of an item by entity, over the days on which it is of the group. */
  private static final class Sum {
    private final Map<Integer, Long> milliYuan = new HashMap<>();
    private long quantity;

    void add(int entity, long ofDay, long amount) {
      milliYuan.merge(entity, amount, Math::addExact);
      quantity += ofDay;
    }

    long paid() {
      return milliYuan.values().stream().mapToLong(amount -> Math.max(0, amount)).sum();
    }

    long collected() {
      return -milliYuan.values().stream().mapToLong(amount -> Math.min(0, amount)).sum();
    }
  }

  /** Class of an entity. */
  static String ofClass(SettlementEntity entity) {
    return entity.entityClass().label();
  }

  /** A retailer, or the one that stands for a load; nothing for all others. */
  static String ofRetailer(SettlementEntity entity) {
    return entity.entityClass() == EntityClass.RETAILER ? entity.id() : entity.aggregator();
  }

  /**
   * A report.
   *
   * @param group group of an entity as it is registered on a day; of an empty one nothing is shown
   */
  static Table of(MonthFigures figures, String name, Function<SettlementEntity, String> group) {
    Map<String, RuleBook.Item> items = new HashMap<>();
    Map<String, String> units = new HashMap<>();
    List<String> ofItems = figures.close().quantityUnits();
    for (RuleBook.Item item : figures.items()) {
      units.put(item.code(), ofItems.get(items.size()));
      items.put(item.code(), item);
    }
    Map<String, Map<String, Sum>> sums = new TreeMap<>();
    figures.days(
        (entity, item, day, quantity, milliYuan) -> {
          String of = group.apply(figures.record(entity, day));
          if (!of.isEmpty()) {
            sums.computeIfAbsent(of, k -> new TreeMap<>())
                .computeIfAbsent(figures.items().get(item).code(), k -> new Sum())
                .add(entity, quantity, milliYuan);
          }
        });
    Table.Rows rows =
        new Table.Rows(
            "settlement-by-" + name,
            "Items of a month by " + name + ": what the exchange pays and collects.",
            Column.text(name, "What it is of."),
            Column.text("account", "Group of the item on a bill."),
            Column.text("item", "Item."),
            Column.whole("entities", "Entities that have it."),
            Column.quantity("quantity", "Sum of the quantities, positive for what is sold."),
            Column.text("unit", "Unit of the quantity; empty where there is none."),
            Column.money("paidYuan", "What the exchange pays."),
            Column.money("collectedYuan", "What the exchange collects."),
            Column.money("netYuan", "Paid less collected."));
    sums.forEach(
        (of, ofItem) ->
            ofItem.forEach(
                (item, sum) ->
                    rows.add(
                        of,
                        Objects.requireNonNull(items.get(item)).account(),
                        item,
                        sum.milliYuan.size(),
                        quantity(sum.quantity),
                        units.get(item),
                        yuan(sum.paid()),
                        yuan(sum.collected()),
                        yuan(sum.paid() - sum.collected()))));
    return rows.table();
  }
}
