package org.gridclear.market.store.anomaly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The condition of a question about anomalies, and what is bound in it. */
final class AnomalyCondition {
  private static final String NEVER = "1 = 0";

  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();

  private AnomalyCondition() {}

  static AnomalyCondition of(AnomalyStore.Wanted wanted) {
    AnomalyCondition condition = new AnomalyCondition();
    condition.parts.add("trading_date BETWEEN :from AND :to");
    condition.values.put("from", wanted.from());
    condition.values.put("to", wanted.to());
    if (!wanted.market().isEmpty()) {
      condition.parts.add("market = :market");
      condition.values.put("market", wanted.market());
    }
    if (!wanted.states().isEmpty()) {
      condition.parts.add(condition.in("state", "states", wanted.states()));
    }
    return condition;
  }

  static AnomalyCondition of(AnomalyStore.Wanted wanted, AnomalyQuestion.Seen seen) {
    AnomalyCondition condition = of(wanted);
    condition.sees(seen);
    return condition;
  }

  static AnomalyCondition of(AnomalyQuestion asked) {
    AnomalyCondition condition = of(asked.wanted(), asked.seen());
    AnomalyQuestion.Match match = asked.match();
    if (!match.rule().isEmpty()) {
      condition.parts.add("rule_id = :rule");
      condition.values.put("rule", match.rule());
    }
    condition.has("severity", match.severity());
    condition.has("element", match.element());
    condition.has("outage", match.outage());
    condition.has("owner", match.owner());
    return condition;
  }

  private void has(String column, String part) {
    if (!part.isEmpty()) {
      String name = column + "Part";
      parts.add("POSITION(:%s IN LOWER(%s)) > 0".formatted(name, column));
      values.put(name, part.toLowerCase(Locale.ROOT));
    }
  }

  private String in(String column, String name, List<String> among) {
    if (among.isEmpty()) {
      return NEVER;
    }
    lists.put(name, among);
    return "%s IN (<%s>)".formatted(column, name);
  }

  /** What lies in no zone is for who sees every zone, what is of flows for who sees everything. */
  private void sees(AnomalyQuestion.Seen seen) {
    Optional<List<String>> zones = seen.zones();
    boolean everything = seen.markets().isEmpty() && zones.isEmpty() && seen.members().isEmpty();
    seen.markets().ifPresent(markets -> parts.add(in("market", "seenMarkets", markets)));
    String zone = zones.map(some -> " AND " + in("zone", "seenZones", some)).orElse("");
    String member =
        seen.members().map(some -> " AND " + in("owner", "seenMembers", some)).orElse("");
    List<String> any = new ArrayList<>();
    if (seen.ofMarket()) {
      any.add("place_kind = 'bus'" + zone);
      if (everything) {
        any.add("place_kind IN ('branch', 'flowgate')");
      }
      if (zones.isEmpty()) {
        any.add("place_kind NOT IN ('bus', 'unit', 'storage', 'branch', 'flowgate')");
      }
    }
    if (seen.own()) {
      any.add("place_kind IN ('unit', 'storage')" + zone + member);
    }
    parts.add(any.isEmpty() ? NEVER : "(" + String.join(" OR ", any) + ")");
  }

  /** The condition as SQL. */
  String sql() {
    return String.join(" AND ", parts);
  }

  /** Binds what the condition names. */
  Query bind(Query query) {
    query.bindMap(values);
    lists.forEach(query::bindList);
    return query;
  }
}
