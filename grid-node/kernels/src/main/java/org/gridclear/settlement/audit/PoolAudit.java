package org.gridclear.settlement.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.gridclear.settlement.rule.RuleBook;

/** Pools in decimal arithmetic; shares by sorting the remainders of the true quotients. */
final class PoolAudit {
  private static final BigDecimal UNIT = new BigDecimal("0.001");
  private static final int DIGITS = 60;

  private final SettlementMonth month;
  private final Map<String, BigDecimal> balances = new HashMap<>();
  private final Map<AllocationRule, TreeMap<Integer, BigDecimal>> drivers = new HashMap<>();
  private final Map<AllocationRule, TreeMap<Integer, BigDecimal>> ofMonth = new HashMap<>();

  PoolAudit(SettlementMonth month) {
    this.month = month;
  }

  void add(String pool, BigDecimal amount) {
    balances.merge(pool, amount, BigDecimal::add);
  }

  void driver(int day, AllocationRule rule, int driving, BigDecimal value) {
    int entity = driving;
    if (rule.toGrid()) {
      String grid = month.entities().get(driving).on(day).grid();
      entity = -1;
      for (int e = 0; e < month.entities().size() && entity < 0 && !grid.isEmpty(); e++) {
        entity = month.entities().get(e).id().equals(grid) ? e : -1;
      }
      if (entity < 0) {
        return;
      }
    }
    drivers.computeIfAbsent(rule, k -> new TreeMap<>()).merge(entity, value, BigDecimal::add);
    ofMonth.computeIfAbsent(rule, k -> new TreeMap<>()).merge(entity, value, BigDecimal::add);
  }

  /** Adds the shares of a day to the sums of entities and items. */
  void close(int day, Map<String, BigDecimal> sums) {
    RuleBook today = month.book().on(month.date(day), month.mode());
    empty(today, Grain.DAY, drivers, sums);
    if (day == month.period()) {
      empty(today, Grain.MONTH, ofMonth, sums);
    }
    drivers.clear();
  }

  /** Pools that pass money on come before those that take it. */
  private void empty(
      RuleBook today,
      Grain period,
      Map<AllocationRule, TreeMap<Integer, BigDecimal>> weights,
      Map<String, BigDecimal> sums) {
    Set<String> done = new HashSet<>();
    while (done.size() < today.pools().size()) {
      for (RuleBook.Pool pool : today.pools()) {
        boolean waits =
            today.allocations().stream()
                .anyMatch(rule -> rule.to().equals(pool.name()) && !done.contains(rule.pool()));
        if (!waits && done.add(pool.name())) {
          empty(pool.name(), today, period, weights, sums);
        }
      }
    }
  }

  private void empty(
      String pool,
      RuleBook today,
      Grain period,
      Map<AllocationRule, TreeMap<Integer, BigDecimal>> weights,
      Map<String, BigDecimal> sums) {
    BigDecimal before = balances.getOrDefault(pool, BigDecimal.ZERO);
    for (AllocationRule rule : today.allocations()) {
      if (!rule.pool().equals(pool) || rule.period() != period) {
        continue;
      }
      BigDecimal amount = balances.getOrDefault(pool, BigDecimal.ZERO);
      if (rule.portion() > 0 && rule.portion() < 10_000) {
        amount =
            before
                .multiply(BigDecimal.valueOf(rule.portion(), 4))
                .setScale(3, RoundingMode.HALF_UP);
      } else if (!rule.keep().isEmpty()) {
        amount = amount.subtract(kept(rule.keep(), today));
      }
      if (rule.shares()) {
        share(rule, amount, weights.getOrDefault(rule, new TreeMap<>()), sums);
      } else {
        add(pool, amount.negate());
        add(rule.to(), amount);
      }
    }
  }

  private static BigDecimal kept(String name, RuleBook today) {
    return today.parameters().stream()
        .filter(each -> each.name().equals(name))
        .map(each -> new BigDecimal(each.value()))
        .findFirst()
        .orElseThrow();
  }

  private void share(
      AllocationRule rule,
      BigDecimal wanted,
      TreeMap<Integer, BigDecimal> weights,
      Map<String, BigDecimal> sums) {
    BigDecimal weight = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal amount = rule.cap() ? wanted.min(weight).max(BigDecimal.ZERO) : wanted;
    if (weight.signum() == 0 || amount.signum() == 0) {
      return;
    }
    BigDecimal left = amount.abs();
    List<Map.Entry<Integer, BigDecimal>> rests = new ArrayList<>();
    Map<Integer, BigDecimal> shares = new TreeMap<>();
    for (var each : weights.entrySet()) {
      BigDecimal exact =
          amount.abs().multiply(each.getValue()).divide(weight, DIGITS, RoundingMode.HALF_UP);
      BigDecimal floor = exact.setScale(3, RoundingMode.FLOOR);
      shares.put(each.getKey(), floor);
      rests.add(Map.entry(each.getKey(), exact.subtract(floor)));
      left = left.subtract(floor);
    }
    rests.sort(
        Comparator.comparing((Map.Entry<Integer, BigDecimal> rest) -> rest.getValue())
            .reversed()
            .thenComparing(Map.Entry::getKey));
    for (int i = 0; left.signum() > 0; i++) {
      shares.merge(rests.get(i).getKey(), UNIT, BigDecimal::add);
      left = left.subtract(UNIT);
    }
    BigDecimal sign = BigDecimal.valueOf(amount.signum());
    shares.forEach(
        (entity, share) ->
            sums.merge(
                SettlementAudit.key(entity, rule.item()), share.multiply(sign), BigDecimal::add));
    add(rule.pool(), amount.negate());
  }
}
