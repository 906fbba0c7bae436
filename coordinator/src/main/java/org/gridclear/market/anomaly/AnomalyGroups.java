package org.gridclear.market.anomaly;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.anomaly.rule.Anomaly;
import org.gridclear.market.anomaly.rule.AnomalySeverity;
import org.gridclear.market.day.DayKey;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Anomalies by market and rule: how many, how many nobody dealt with, and the worst. */
public final class AnomalyGroups {
  private AnomalyGroups() {}

  private record Key(String market, String rule, AnomalySeverity severity) {
    static Key of(KeptAnomaly kept) {
      return new Key(
          DayKey.word(kept.key().market()), kept.anomaly().rule(), kept.anomaly().severity());
    }
  }

  /** A row each market, rule and severity: severe ones first, then where most are unsettled. */
  public static Table of(List<KeptAnomaly> anomalies) {
    Map<Key, List<KeptAnomaly>> groups = new LinkedHashMap<>();
    anomalies.forEach(
        each -> groups.computeIfAbsent(Key.of(each), key -> new ArrayList<>()).add(each));
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
    groups.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Key, List<KeptAnomaly>> each) -> each.getKey().severity())
                .thenComparingLong(each -> -unsettled(each.getValue())))
        .forEach(each -> rows.add(row(each.getKey(), each.getValue())));
    return rows.table();
  }

  private static long unsettled(List<KeptAnomaly> group) {
    return group.stream().filter(each -> each.state().isUnsettled()).count();
  }

  private static double over(KeptAnomaly kept) {
    return Math.abs(kept.anomaly().value() - kept.anomaly().threshold());
  }

  private static String at(List<KeptAnomaly> group, Comparator<OffsetDateTime> order) {
    return group.stream().map(KeptAnomaly::raisedAt).min(order).orElseThrow().toString();
  }

  private static Object[] row(Key key, List<KeptAnomaly> group) {
    KeptAnomaly worst =
        group.stream().max(Comparator.comparingDouble(AnomalyGroups::over)).orElseThrow();
    Anomaly found = worst.anomaly();
    long versions =
        group.stream().map(each -> each.key() + "/" + each.version()).distinct().count();
    return new Object[] {
      key.market(),
      key.rule(),
      found.type().label(),
      key.severity().label(),
      (long) group.size(),
      unsettled(group),
      versions,
      found.place().element(),
      worst.number(),
      found.value(),
      found.threshold(),
      found.unit(),
      at(group, Comparator.naturalOrder()),
      at(group, Comparator.reverseOrder())
    };
  }
}
