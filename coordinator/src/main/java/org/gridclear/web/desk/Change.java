package org.gridclear.web.desk;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.web.account.Caller;

/**
 * What pages are told: that something of these topics changed, never what.
 *
 * @param id of the change, in order while the server runs
 * @param topics what changed: run, node, day, anomaly, workflow, publication, declaration, rule
 * @param at when it was seen
 * @param zone zone of time of the market, such as Asia/Shanghai; UTC without one
 * @param nodes nodes of the grid
 * @param spreadMillis within how many milliseconds pages ask again, each at a time of its own, ms
 */
record Change(
    String id, SortedSet<String> topics, Instant at, String zone, int nodes, int spreadMillis) {
  private static final Set<Right> OF_RUNS =
      EnumSet.of(Right.RUN, Right.READ_RESULTS, Right.MANAGE_GRID);
  private static final Set<Right> OF_MARKET = EnumSet.of(Right.READ_MARKET, Right.READ_OWN);

  /** The same without a change. */
  Change withoutTopics() {
    return with(new TreeSet<>(), nodes);
  }

  /** This and a later one as one. */
  Change and(Change later) {
    SortedSet<String> both = new TreeSet<>(topics);
    both.addAll(later.topics);
    return later.with(both, later.nodes);
  }

  private Change with(SortedSet<String> told, int shown) {
    return new Change(id, told, at, zone, shown, spreadMillis);
  }

  /** What a caller is told of it: who sees a part of the data is not told when others act. */
  Change forCaller(Caller caller) {
    boolean whole = caller.scope().equals(Scope.ALL);
    boolean runs = whole && OF_RUNS.stream().anyMatch(caller::may);
    boolean market = OF_MARKET.stream().anyMatch(caller::may);
    SortedSet<String> told = new TreeSet<>(topics);
    told.removeIf(
        topic ->
            switch (topic) {
              case "run", "node" -> !runs;
              case "publication" -> !market;
              default -> !whole || !market;
            });
    return with(told, whole ? nodes : 0);
  }
}
