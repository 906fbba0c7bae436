package org.gridclear.bench.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gridclear.account.Scope;

/** Who calls: a clerk, the exchange, and one account of each member. */
final class People {
  private final String clerk;
  private final String exchange;
  private final Map<String, String> members = new HashMap<>();

  People(MonthPlace place, List<String> ids) {
    clerk = place.token("sue", "settlement", Scope.ALL);
    exchange = place.token("bob", "settlement", Scope.ALL);
    for (String id : ids) {
      members.put(
          id, place.token(id.toLowerCase(Locale.ROOT), "members", Scope.ofMembers(List.of(id))));
    }
  }

  /** Proposes and does the daily work. */
  String clerk() {
    return clerk;
  }

  /** Decides what the clerk proposed. */
  String exchange() {
    return exchange;
  }

  /** The token of a member. */
  String of(String member) {
    return Objects.requireNonNull(members.get(member), member);
  }

  /** All members but some, sorted. */
  List<String> without(List<String> some) {
    List<String> others = new ArrayList<>(members.keySet());
    others.removeAll(some);
    others.sort(null);
    return others;
  }
}
