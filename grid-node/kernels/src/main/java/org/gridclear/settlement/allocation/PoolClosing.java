package org.gridclear.settlement.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.gridclear.settlement.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/** Empties the pools of a month, day after day and at its end, by the rules of the book. */
final class PoolClosing {
  private static final long WHOLE_PORTION = 10_000;

  private final SettlementMonth month;
  private final RuleBook book;
  private final int entities;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final long[] balances;
  private final long[][] driversOfMonth;

  PoolClosing(SettlementMonth month) {
    this.month = month;
    this.book = month.book();
    this.entities = month.entities().size();
    this.balances = new long[book.pools().size()];
    this.driversOfMonth = new long[book.allocations().size()][];
    for (int e = 0; e < entities; e++) {
      numbers.put(month.entities().get(e).id(), e);
    }
  }

  /** What could not be shared, and why. */
  List<String> findings() {
    return findings;
  }

  /** Balance of every pool after the last day that was closed, 0.001 yuan. */
  long[] balances() {
    return balances.clone();
  }

  /**
   * Closes a day; days come in order.
   *
   * @param income what each pool took in on the day
   * @param drivers {@code [allocation][entity]}
   * @return shares {@code [allocation][entity]}, null where an allocation shared nothing
   */
  long[][] close(int day, long[] income, long[][] given) {
    long[][] drivers = paid(day, given);
    for (int p = 0; p < balances.length; p++) {
      balances[p] = Math.addExact(balances[p], income[p]);
    }
    long[][] shares = new long[book.allocations().size()][];
    RuleBook today = book.on(month.date(day), month.mode());
    addToMonth(today, drivers);
    List<String> order = PoolOrder.of(today);
    order.forEach(pool -> empty(pool, today, Grain.DAY, drivers, shares, day));
    if (day == month.period()) {
      order.forEach(pool -> empty(pool, today, Grain.MONTH, driversOfMonth, shares, day));
    }
    return shares;
  }

  /** Drivers of those that are paid: of a grid company, those of its users. */
  private long[][] paid(int day, long[][] given) {
    long[][] drivers = given.clone();
    for (int a = 0; a < drivers.length; a++) {
      if (book.allocations().get(a).toGrid()) {
        drivers[a] = new long[entities];
        for (int e = 0; e < entities; e++) {
          int grid = grid(e, day);
          if (grid >= 0) {
            drivers[a][grid] = Math.addExact(drivers[a][grid], given[a][e]);
          }
        }
      }
    }
    return drivers;
  }

  /** Number of the grid company of an entity; −1 for none. */
  private int grid(int entity, int day) {
    String grid = month.entities().get(entity).on(day).grid();
    return grid.isEmpty() ? -1 : numbers.getOrDefault(grid, -1);
  }

  private void addToMonth(RuleBook today, long[][] drivers) {
    for (AllocationRule rule : today.allocations()) {
      int a = book.allocations().indexOf(rule);
      if (rule.period() == Grain.MONTH && rule.shares()) {
        if (driversOfMonth[a] == null) {
          driversOfMonth[a] = new long[entities];
        }
        for (int e = 0; e < entities; e++) {
          driversOfMonth[a][e] += drivers[a][e];
        }
      }
    }
  }

  private void empty(
      String pool, RuleBook today, Grain period, long[][] drivers, long[][] shares, int day) {
    int p = book.pool(pool);
    long before = balances[p];
    for (AllocationRule rule : today.allocations()) {
      if (!rule.pool().equals(pool) || rule.period() != period) {
        continue;
      }
      long amount = amount(rule, before, balances[p], today);
      if (!rule.shares()) {
        balances[p] -= amount;
        balances[book.pool(rule.to())] += amount;
        continue;
      }
      int a = book.allocations().indexOf(rule);
      long[] given = share(rule, amount, drivers[a], day);
      if (given != null) {
        shares[a] = given;
        balances[p] -= Arrays.stream(given).sum();
      }
    }
  }

  private long amount(AllocationRule rule, long before, long left, RuleBook today) {
    if (rule.portion() > 0 && rule.portion() < WHOLE_PORTION) {
      return FixedPoint.divide(Math.multiplyExact(before, rule.portion()), WHOLE_PORTION);
    }
    return left - (rule.keep().isEmpty() ? 0 : parameter(rule.keep(), today));
  }

  private static long parameter(String name, RuleBook today) {
    return today.parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(each -> FixedPoint.parse(each.value(), FixedPoint.YUAN_DECIMALS))
        .orElseThrow();
  }

  /** Null where there is nothing to share. */
  private long @Nullable [] share(AllocationRule rule, long amount, long[] drivers, int day) {
    long weight = 0;
    for (int e = 0; e < entities; e++) {
      if (drivers[e] < 0) {
        findings.add(
            "%s of day %d: the driver of %s is negative; a driver has to be 0 or more"
                .formatted(rule.item(), day, month.entities().get(e).id()));
        return null;
      }
      weight = Math.addExact(weight, drivers[e]);
    }
    long shared = rule.cap() ? Math.max(0, Math.min(amount, weight)) : amount;
    if (shared == 0) {
      return null;
    }
    if (weight == 0) {
      findings.add(
          "%s of day %d: %s yuan in pool %s and nobody with a driver to share them with"
              .formatted(rule.item(), day, FixedPoint.format(amount, 3), rule.pool()));
      return null;
    }
    return LargestRemainder.share(shared, drivers);
  }
}
