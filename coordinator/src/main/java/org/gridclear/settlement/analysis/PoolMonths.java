package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.yuan;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * Pools and accounts from month to month: what they open with, what came in, what went out, what
 * they close with, which the next month opens with.
 */
final class PoolMonths {
  private PoolMonths() {}

  /** The pool of an item, by the first rule that has it. */
  private static Map<String, String> pools(RuleBook book) {
    Map<String, String> pools = new HashMap<>();
    book.charges().forEach(rule -> pools.putIfAbsent(rule.item(), rule.pool()));
    book.allocations().stream()
        .filter(rule -> rule.shares())
        .forEach(rule -> pools.putIfAbsent(rule.item(), rule.pool()));
    return pools;
  }

  static Table of(List<MonthFigures> months) {
    Table.Rows rows =
        new Table.Rows(
            "pool-months",
            "Pools and accounts from month to month.",
            Column.text("pool", "Pool or account."),
            Column.text("month", "Month."),
            Column.money("openingYuan", "What it opens with: what it closed with before."),
            Column.money("inYuan", "What was collected into it."),
            Column.money("outYuan", "What was paid from it."),
            Column.money("passedYuan", "What other pools passed to it, less what it passed on."),
            Column.money("closingYuan", "What it closes with."));
    Map<String, Long> opening = new TreeMap<>();
    List<MonthFigures> sorted =
        months.stream().sorted(Comparator.comparing(each -> each.month().month())).toList();
    follow(sorted.stream().map(each -> each.month().month()).toList());
    sorted.forEach(month -> month(month, opening, rows));
    return rows.table();
  }

  /** What a pool opens with is what it closed with the month before, which has to be there. */
  static void follow(List<YearMonth> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      YearMonth before = sorted.get(i - 1);
      if (!sorted.get(i).equals(before.plusMonths(1))) {
        throw new IllegalArgumentException(
            "After %s comes %s: pools go from month to month; name each month between, once."
                .formatted(before, sorted.get(i)));
      }
    }
  }

  private static void month(MonthFigures figures, Map<String, Long> opening, Table.Rows rows) {
    RuleBook book = figures.month().book();
    Map<String, String> pools = pools(book);
    Map<String, long[]> sums = new HashMap<>();
    for (MonthFigures.Figure each : figures.figures()) {
      long[] sum = sums.computeIfAbsent(pools.get(each.item()), k -> new long[2]);
      sum[each.milliYuan() < 0 ? 0 : 1] += Math.abs(each.milliYuan());
    }
    long[] balances = figures.close().balances();
    for (int p = 0; p < balances.length; p++) {
      String pool = book.pools().get(p).name();
      long[] sum = sums.getOrDefault(pool, new long[2]);
      long before = opening.getOrDefault(pool, 0L);
      long closing = Math.addExact(before, balances[p]);
      rows.add(
          pool,
          figures.month().month().toString(),
          yuan(before),
          yuan(sum[0]),
          yuan(sum[1]),
          yuan(balances[p] - sum[0] + sum[1]),
          yuan(closing));
      opening.put(pool, closing);
    }
  }
}
