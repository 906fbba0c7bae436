package org.gridclear.settlement.allocation;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.RuleBook.Pool;

/** The order in which pools are closed: one that receives from another after it. */
final class PoolOrder {
  private final RuleBook today;
  private final List<String> done = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private List<String> cycle = List.of();

  private PoolOrder(RuleBook today) {
    this.today = today;
    today.pools().forEach(pool -> visit(pool.name()));
  }

  /** Pools in the order in which they are closed. */
  static List<String> of(RuleBook today) {
    return new PoolOrder(today).done;
  }

  /** A circle of pools; empty if there is none. */
  static List<String> cycle(RuleBook today) {
    return new PoolOrder(today).cycle;
  }

  private void visit(String pool) {
    if (done.contains(pool)) {
      return;
    }
    if (path.contains(pool)) {
      cycle = new ArrayList<>(path.subList(path.indexOf(pool), path.size()));
      cycle.add(pool);
      return;
    }
    path.add(pool);
    for (AllocationRule rule : today.allocations()) {
      if (!rule.shares() && rule.to().equals(pool) && known(rule.pool())) {
        visit(rule.pool());
      }
    }
    path.remove(pool);
    if (!done.contains(pool)) {
      done.add(pool);
    }
  }

  private boolean known(String name) {
    return today.pools().stream().map(Pool::name).anyMatch(name::equals);
  }
}
