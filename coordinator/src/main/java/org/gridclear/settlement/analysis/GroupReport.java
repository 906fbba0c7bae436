package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.quantity;
import static org.gridclear.settlement.analysis.MonthFigures.yuan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Items of groups of entities: what each collects and pays. */
final class GroupReport {
  private GroupReport() {}

  private static final class Sum {
    private final Set<String> entities = new TreeSet<>();
    private long quantity;
    private long paid;
    private long collected;
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
   * @param group group of an entity; entities of an empty one are left out
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
    for (MonthFigures.Figure each : figures.figures()) {
      String of = group.apply(each.entity());
      if (!of.isEmpty()) {
        Sum sum =
            sums.computeIfAbsent(of, k -> new TreeMap<>())
                .computeIfAbsent(each.item(), k -> new Sum());
        sum.entities.add(each.entity().id());
        sum.quantity += each.quantity();
        sum.paid += Math.max(0, each.milliYuan());
        sum.collected -= Math.min(0, each.milliYuan());
      }
    }
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
                        sum.entities.size(),
                        quantity(sum.quantity),
                        units.get(item),
                        yuan(sum.paid),
                        yuan(sum.collected),
                        yuan(sum.paid - sum.collected))));
    return rows.table();
  }
}
