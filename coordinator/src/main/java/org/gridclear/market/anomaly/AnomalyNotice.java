package org.gridclear.market.anomaly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.anomaly.MarketAnomalies.Judged;
import org.gridclear.market.anomaly.rule.Anomaly;
import org.gridclear.market.anomaly.rule.AnomalyType;

/**
 * What somebody must know of the anomalies of a version before it is used. What the alarms of the
 * version say already is not said again.
 */
public final class AnomalyNotice {
  /** Alarms of versions by how they begin, and the types that say the same place by place. */
  private static final Map<String, List<AnomalyType>> SAID =
      Map.of(
          "AUDIT FAILED", List.of(AnomalyType.AUDIT_FAILED),
          "NOT SECURE",
              List.of(
                  AnomalyType.NOT_SECURE, AnomalyType.FLOW_VIOLATED, AnomalyType.OUTAGE_VIOLATED),
          "LOAD NOT SERVED", List.of(AnomalyType.BALANCE_SLACK),
          "OUTPUT NOT ABSORBED", List.of(AnomalyType.BALANCE_SLACK));

  private AnomalyNotice() {}

  /** A line, or none where no severe anomaly is open that the version's alarms do not say. */
  public static List<String> of(Judged judged) {
    return of(judged.version().alarms(), judged.anomalies());
  }

  /**
   * The same of what is kept of a version.
   *
   * @param alarms alarms of the version
   * @param anomalies its anomalies in every state
   */
  public static List<String> of(List<String> alarms, List<KeptAnomaly> anomalies) {
    Map<String, List<KeptAnomaly>> byRule = new LinkedHashMap<>();
    anomalies.stream()
        .filter(KeptAnomaly::isOpenSevere)
        .filter(each -> !isSaid(alarms, each.anomaly().type()))
        .forEach(
            each ->
                byRule.computeIfAbsent(each.anomaly().rule(), rule -> new ArrayList<>()).add(each));
    if (byRule.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    byRule.forEach((rule, all) -> parts.add(text(rule, all)));
    return List.of("SEVERE ANOMALIES: " + String.join("; ", parts));
  }

  private static boolean isSaid(List<String> alarms, AnomalyType type) {
    return SAID.entrySet().stream()
        .filter(each -> each.getValue().contains(type))
        .anyMatch(each -> alarms.stream().anyMatch(alarm -> alarm.startsWith(each.getKey())));
  }

  private static String text(String rule, List<KeptAnomaly> all) {
    Anomaly first = all.get(0).anomaly();
    String places = all.size() == 1 ? "" : " at %d places, such as".formatted(all.size());
    return "%s%s %s%s: %s"
        .formatted(rule, places, first.place().text(), first.periods().text(), first.measured());
  }
}
