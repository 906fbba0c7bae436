package org.gridclear.market.anomaly;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.market.anomaly.rule.Anomaly;
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
  private static final Map<String, Comparator<KeptAnomaly>> ORDERS = orders();

  public AnomalySelect {
    if (!sort.isEmpty()) {
      order(sort);
    }
  }

  private static Map<String, Comparator<KeptAnomaly>> orders() {
    Map<String, Comparator<KeptAnomaly>> orders = new TreeMap<>();
    orders.put("number", Comparator.comparingLong(KeptAnomaly::number));
    orders.put("severity", Comparator.comparing((KeptAnomaly each) -> each.anomaly().severity()));
    orders.put("state", Comparator.comparing(KeptAnomaly::state));
    orders.put("rule", Comparator.comparing((KeptAnomaly each) -> each.anomaly().rule()));
    orders.put(
        "element", Comparator.comparing((KeptAnomaly each) -> each.anomaly().place().element()));
    orders.put(
        "period", Comparator.comparingInt((KeptAnomaly each) -> each.anomaly().periods().worst()));
    orders.put("value", Comparator.comparingDouble((KeptAnomaly each) -> each.anomaly().value()));
    orders.put("date", Comparator.comparing((KeptAnomaly each) -> each.key().date()));
    orders.put("market", Comparator.comparing((KeptAnomaly each) -> each.key().market()));
    orders.put("cycle", Comparator.comparingInt((KeptAnomaly each) -> each.key().cycle()));
    orders.put("raisedAt", Comparator.comparing(KeptAnomaly::raisedAt));
    return orders;
  }

  private static Comparator<KeptAnomaly> order(String sort) {
    boolean down = sort.startsWith("-");
    String column = down ? sort.substring(1) : sort;
    Comparator<KeptAnomaly> order = ORDERS.get(column);
    if (order == null) {
      throw new UnknownNameException("column to sort by", column, List.copyOf(ORDERS.keySet()));
    }
    return down ? order.reversed() : order;
  }

  /** Those that are asked for, in order. */
  public List<KeptAnomaly> of(List<KeptAnomaly> all) {
    List<KeptAnomaly> found = all.stream().filter(this::fits).toList();
    return sort.isEmpty() ? found : found.stream().sorted(order(sort)).toList();
  }

  private boolean fits(KeptAnomaly kept) {
    Anomaly each = kept.anomaly();
    return (rule.isEmpty() || each.rule().equals(rule))
        && has(each.severity().label(), severity)
        && has(each.place().element(), element)
        && has(each.place().outage(), outage)
        && has(each.place().owner(), owner);
  }

  private static boolean has(String text, String part) {
    return part.isEmpty() || text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
