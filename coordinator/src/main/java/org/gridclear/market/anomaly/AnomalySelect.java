package org.gridclear.market.anomaly;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.rule.AnomalySeverity;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.anomaly.AnomalyListing;
import org.gridclear.market.store.anomaly.AnomalyQuestion;
import org.gridclear.validate.UnknownNameException;

/**
 * Which of some anomalies, in which order. Texts are parts, capital or small; "" for all.
 *
 * @param rule id of the rule, whole
 * @param severity severe, warning or notice
 * @param element a part of the id of what it is about
 * @param outage a part of the contingency
 * @param owner a part of the owner's id
 * @param sort a column, with a minus before it for the greatest first; "" for the order as given
 */
public record AnomalySelect(
    String rule, String severity, String element, String outage, String owner, String sort) {
  private static final List<String> SEVERITIES =
      Arrays.stream(AnomalySeverity.values()).map(AnomalySeverity::label).toList();
  private static final Map<String, AnomalyListing.Order> ORDERS = orders();

  /** A severity of which the text is no part, or a column that is none, is refused by name. */
  public AnomalySelect {
    String part = severity.toLowerCase(Locale.ROOT);
    if (SEVERITIES.stream().noneMatch(each -> each.contains(part))) {
      throw new UnknownNameException("severity", severity, SEVERITIES);
    }
    if (!sort.isEmpty() && !ORDERS.containsKey(column(sort))) {
      throw new UnknownNameException(
          "column to sort by", column(sort), List.copyOf(ORDERS.keySet()));
    }
  }

  private static Map<String, AnomalyListing.Order> orders() {
    Map<String, AnomalyListing.Order> orders = new TreeMap<>();
    orders.put("number", by("number", List.of()));
    orders.put("severity", by("severity", SEVERITIES));
    orders.put(
        "state",
        by("state", Arrays.stream(AnomalyState.values()).map(AnomalyState::label).toList()));
    orders.put("rule", by("rule_id", List.of()));
    orders.put("element", by("element", List.of()));
    orders.put("period", by("period", List.of()));
    orders.put("value", by("measured", List.of()));
    orders.put("date", by("trading_date", List.of()));
    orders.put("market", by("market", Arrays.stream(Market.values()).map(DayKey::word).toList()));
    orders.put("cycle", by("cycle", List.of()));
    orders.put("raisedAt", by("raised_at", List.of()));
    return orders;
  }

  private static AnomalyListing.Order by(String column, List<String> ranked) {
    return new AnomalyListing.Order(column, ranked, false);
  }

  private static String column(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }

  AnomalyListing.Order order() {
    if (sort.isEmpty()) {
      return AnomalyListing.Order.AS_FOUND;
    }
    AnomalyListing.Order order = Objects.requireNonNull(ORDERS.get(column(sort)));
    return new AnomalyListing.Order(order.column(), order.ranked(), sort.startsWith("-"));
  }

  AnomalyQuestion.Match match() {
    return new AnomalyQuestion.Match(rule, severity, element, outage, owner);
  }
}
