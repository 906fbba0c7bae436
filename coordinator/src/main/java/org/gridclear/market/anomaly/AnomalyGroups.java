package org.gridclear.market.anomaly;

import java.util.Comparator;
import java.util.List;
import org.gridclear.market.anomaly.rule.Anomaly;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.anomaly.AnomalyListing;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Anomalies by market and rule: how many, how many nobody dealt with, and the worst. */
final class AnomalyGroups {
  private AnomalyGroups() {}

  /** A row each market, rule and severity: severe ones first, then where most are unsettled. */
  static Table of(List<AnomalyListing.Group> groups) {
    Table.Rows rows =
        new Table.Rows(
            "anomaly-groups",
            "Anomalies of a rule in a market.",
            Column.text("market", "The market."),
            Column.text("rule", "Id of the rule."),
            Column.text("type", "What the rule looks at."),
            Column.text("severity", "severe, warning or notice."),
            Column.whole("count", "How many there are."),
            Column.whole("unsettled", "How many of them are open or acknowledged."),
            Column.whole("versions", "In how many versions of days."),
            Column.text("worstElement", "What the one furthest over its threshold is about."),
            Column.whole("worstNumber", "Number of that one."),
            Column.number("worstValue", "Its value."),
            Column.number("threshold", "What it is held against."),
            Column.text("unit", "Unit of both."),
            Column.text("firstAt", "When the first was found."),
            Column.text("lastAt", "When the last was found."));
    groups.stream()
        .map(Group::of)
        .sorted(
            Comparator.comparing((Group each) -> each.worst().anomaly().severity())
                .thenComparingLong(each -> -each.counted().unsettled()))
        .forEach(each -> rows.add(row(each)));
    return rows.table();
  }

  private record Group(AnomalyListing.Group counted, KeptAnomaly worst) {
    static Group of(AnomalyListing.Group counted) {
      return new Group(counted, KeptAnomaly.of(counted.worst()));
    }
  }

  private static Object[] row(Group group) {
    AnomalyListing.Group counted = group.counted();
    Anomaly found = group.worst().anomaly();
    return new Object[] {
      DayKey.word(group.worst().key().market()),
      found.rule(),
      found.type().label(),
      found.severity().label(),
      counted.count(),
      counted.unsettled(),
      counted.versions(),
      found.place().element(),
      group.worst().number(),
      found.value(),
      found.threshold(),
      found.unit(),
      counted.firstAt().toString(),
      counted.lastAt().toString()
    };
  }
}
