package org.gridclear.settlement.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.gridclear.settlement.formula.Expr;
import org.gridclear.settlement.formula.FormulaParser;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.gridclear.settlement.rule.ChargeRule.Over;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.TransferRule;
import org.jspecify.annotations.Nullable;

/**
 * Computes a month again in decimal arithmetic from the rules as they are written, entity by
 * entity, and the shares of the pools by sorting remainders. Knows nothing of the kernel.
 */
public final class SettlementAudit {
  /** What the settlement says, 0.001 yuan. */
  @FunctionalInterface
  public interface Amounts {
    /** Amount of an item of an entity on a day. */
    long amount(int entity, String item, int day);
  }

  private final SettlementMonth month;
  private final IntPredicate audited;
  private final Map<String, BigDecimal> sums = new HashMap<>();
  private final Map<String, BigDecimal[]> carried = new HashMap<>();
  private final Map<Integer, Map<Expr, BigDecimal>> peaks = new HashMap<>();
  private final Map<RuleBook, List<ChargeRule>> ordered = new IdentityHashMap<>();
  private final PoolAudit pools;

  private SettlementAudit(SettlementMonth month, IntPredicate audited) {
    this.month = month;
    this.audited = audited;
    this.pools = new PoolAudit(month);
  }

  /**
   * What differs.
   *
   * @param audited entities to compute; pools are audited only where all are
   * @param days all days of the month in order, with the blocks of all audited entities
   * @return one line per difference, or day that is missing or of another place; empty if all agree
   *     to the last 0.001
   */
  public static List<String> differences(
      SettlementMonth month,
      IntPredicate audited,
      Iterable<Map.Entry<PriceDay, List<EntityBlock>>> days,
      Amounts amounts) {
    SettlementAudit audit = new SettlementAudit(month, audited);
    boolean whole = true;
    for (int e = 0; e < month.entities().size(); e++) {
      whole &= audited.test(e);
    }
    List<String> differences = new ArrayList<>();
    int number = 0;
    for (var day : days) {
      number++;
      days(number, day, differences);
      audit.sums.clear();
      audit.day(number, day.getKey(), day.getValue());
      if (whole) {
        audit.pools.close(number, audit.sums);
      }
      audit.compare(number, amounts, whole, differences);
    }
    if (number != month.days()) {
      differences.add("%d days were audited, the month has %d".formatted(number, month.days()));
    }
    return differences;
  }

  /** What is of another day is no data of this one. */
  private static void days(
      int number, Map.Entry<PriceDay, List<EntityBlock>> day, List<String> differences) {
    if (day.getKey().day() != number) {
      differences.add(
          "the prices of day %d stand for day %d".formatted(day.getKey().day(), number));
    }
    for (EntityBlock block : day.getValue()) {
      if (block.day() != number) {
        differences.add("a block of day %d stands for day %d".formatted(block.day(), number));
      }
    }
  }

  private void compare(int day, Amounts amounts, boolean whole, List<String> differences) {
    RuleBook book = month.book();
    for (int e = 0; e < month.entities().size(); e++) {
      for (RuleBook.Item item : book.items()) {
        boolean shared =
            book.allocations().stream().anyMatch(rule -> rule.item().equals(item.code()));
        if (!audited.test(e) || (shared && !whole)) {
          continue;
        }
        BigDecimal own = sums.getOrDefault(key(e, item.code()), BigDecimal.ZERO);
        BigDecimal said = BigDecimal.valueOf(amounts.amount(e, item.code(), day), 3);
        if (own.compareTo(said) != 0) {
          differences.add(
              "day %d, %s, %s: audit %s, settlement %s"
                  .formatted(day, month.entities().get(e).id(), item.code(), own, said));
        }
      }
    }
  }

  /** A rule that follows another one of its item rounds its own sum. */
  private int number(ChargeRule rule) {
    return month.book().charges().indexOf(rule);
  }

  static String key(int entity, String item) {
    return entity + " " + item;
  }

  private void day(int day, PriceDay prices, List<EntityBlock> blocks) {
    RuleBook today = month.book().on(month.date(day), month.mode());
    for (EntityBlock block : blocks) {
      for (int r = 0; r < block.rows(); r++) {
        if (audited.test(block.entities()[r])) {
          entity(today, prices, block, r);
        }
      }
      contracts(today, prices, block);
      rights(today, prices, block);
      events(today, block);
    }
  }

  private void contracts(RuleBook today, PriceDay prices, EntityBlock block) {
    for (EntityBlock.Leg leg : block.legs()) {
      int entity = block.entities()[leg.row()];
      if (audited.test(entity)) {
        SettlementColumn price =
            leg.realTime() ? SettlementColumn.RT_PRICE : SettlementColumn.DA_PRICE;
        Map<String, BigDecimal[]> names = constants(today);
        names.put("contractMwh", decimals(leg.mwh(), 0, 4));
        names.put("contractYuanPerMwh", decimals(leg.yuanPerMwh(), 0, 3));
        names.put("referenceYuanPerMwh", point(prices, price, leg.point()));
        BigDecimal[] physical = new BigDecimal[month.intervals()];
        Arrays.fill(physical, leg.physical() ? BigDecimal.ONE : BigDecimal.ZERO);
        names.put("physical", physical);
        rows(lastDay(block, leg.row()), today, Over.CONTRACT, "", names, entity);
      }
    }
  }

  private void rights(RuleBook today, PriceDay prices, EntityBlock block) {
    SettlementColumn congestion = SettlementColumn.DA_CONGESTION;
    for (EntityBlock.Right right : block.rights()) {
      int entity = block.entities()[right.row()];
      if (audited.test(entity)) {
        Map<String, BigDecimal[]> names = constants(today);
        names.put("rightMw", all(BigDecimal.valueOf(right.mw(), 4)));
        names.put("sourceCongestionYuanPerMwh", point(prices, congestion, right.source()));
        names.put("sinkCongestionYuanPerMwh", point(prices, congestion, right.sink()));
        drivers(block.day(), today, Over.RIGHT, null, names, null, entity);
      }
    }
  }

  private void events(RuleBook today, EntityBlock block) {
    for (EntityBlock.Event event : block.events()) {
      int entity = block.entities()[event.row()];
      if (audited.test(entity)) {
        Map<String, BigDecimal[]> names = constants(today);
        names.put("eventQuantity", all(BigDecimal.valueOf(event.quantity(), 4)));
        names.put("eventYuan", all(BigDecimal.valueOf(event.yuan(), 3)));
        attributes(block, event.row(), names);
        rows(lastDay(block, event.row()), today, Over.EVENT, event.item(), names, entity);
      }
    }
  }

  private static boolean lastDay(EntityBlock block, int row) {
    return block.attributes()[SettlementColumn.LAST_DAY.index()][row] != 0;
  }

  private void rows(
      boolean lastDay,
      RuleBook today,
      Over over,
      String item,
      Map<String, BigDecimal[]> names,
      int entity) {
    for (ChargeRule rule : today.charges()) {
      if (rule.over() == over && (item.isEmpty() || rule.item().equals(item))) {
        charge(lastDay, rule, names, null, entity);
      }
    }
  }

  private void entity(RuleBook today, PriceDay prices, EntityBlock block, int row) {
    EntityClass entityClass = EntityClass.values()[block.classes()[row]];
    Map<String, BigDecimal[]> names = constants(today);
    for (SettlementColumn column : SettlementColumn.values()) {
      int decimals = column.measure().decimals();
      if (column.kind() == Kind.INTERVAL) {
        names.put(column.label(), decimals(block.columns()[column.index()], row, decimals));
      } else if (column.kind() == Kind.POINT) {
        names.put(column.label(), point(prices, column, block.points()[row]));
      } else if (column.kind() == Kind.MARKET) {
        names.put(column.label(), decimals(prices.market()[column.index()], 0, decimals));
      }
    }
    attributes(block, row, names);
    month.book().charges().forEach(rule -> names.put(rule.item(), all(BigDecimal.ZERO)));
    int entity = block.entities()[row];
    for (ChargeRule rule : ordered.computeIfAbsent(today, SettlementAudit::ordered)) {
      if (rule.over() == Over.ENTITY && takesPart(rule.classes(), entityClass)) {
        charge(lastDay(block, row), rule, names, block.offers()[row], entity);
      }
    }
    for (TransferRule rule : today.transfers()) {
      BigDecimal sum = BigDecimal.ZERO;
      for (BigDecimal x : value(rule.amount(), names, block.offers()[row], entity)) {
        sum = sum.add(FormulaAudit.rounded(x, 3));
      }
      pools.add(rule.to(), sum.negate());
      pools.add(rule.from(), sum);
    }
    drivers(block.day(), today, Over.ENTITY, entityClass, names, block.offers()[row], entity);
  }

  /** Rules after those whose items their amounts name, wherever they stand in the book. */
  private static List<ChargeRule> ordered(RuleBook today) {
    List<ChargeRule> left = new ArrayList<>(today.charges());
    List<ChargeRule> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<String> waited = left.stream().map(ChargeRule::item).collect(Collectors.toSet());
      ChargeRule next =
          left.stream()
              .filter(
                  rule ->
                      Arrays.stream(rule.amount().split("\\W+"))
                          .filter(name -> !name.equals(rule.item()))
                          .noneMatch(waited::contains))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("Items build on themselves: " + waited));
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private void attributes(EntityBlock block, int row, Map<String, BigDecimal[]> names) {
    for (SettlementColumn column : SettlementColumn.of(Kind.ATTRIBUTE)) {
      long value = block.attributes()[column.index()][row];
      names.put(column.label(), all(BigDecimal.valueOf(value, column.measure().decimals())));
    }
  }

  private static boolean takesPart(List<String> groups, EntityClass entityClass) {
    return groups.isEmpty() || groups.stream().anyMatch(entityClass::in);
  }

  private BigDecimal[] value(
      String formula, Map<String, BigDecimal[]> names, @Nullable Offer offer, int entity) {
    Map<Expr, BigDecimal> ofEntity = peaks.computeIfAbsent(entity, e -> new HashMap<>());
    return new FormulaAudit(names, offer, month.intervals(), ofEntity)
        .value(FormulaParser.parse(formula));
  }

  private void charge(
      boolean lastDay,
      ChargeRule rule,
      Map<String, BigDecimal[]> names,
      @Nullable Offer offer,
      int entity) {
    BigDecimal[] exact = value(rule.amount(), names, offer, entity);
    BigDecimal[] lines = lines(rule, exact, entity);
    names.put(rule.item(), lines);
    BigDecimal amount = BigDecimal.ZERO;
    boolean ofDay = rule.grain() != Grain.INTERVAL || rule.over() == Over.EVENT;
    if (ofDay) {
      amount = rule.grain() == Grain.MONTH && !lastDay ? BigDecimal.ZERO : lines[0];
    } else {
      for (BigDecimal line : lines) {
        amount = amount.add(line);
      }
    }
    sums.merge(key(entity, rule.item()), amount, BigDecimal::add);
    pools.add(rule.pool(), amount.negate());
  }

  /** Lines whose sums are the rounded exact sums. */
  private BigDecimal[] lines(ChargeRule rule, BigDecimal[] exact, int entity) {
    BigDecimal[] lines = new BigDecimal[exact.length];
    BigDecimal[] zero = {BigDecimal.ZERO, BigDecimal.ZERO};
    BigDecimal[] state =
        rule.roundAt() == Grain.MONTH
            ? carried.computeIfAbsent(entity + " " + number(rule), k -> zero.clone())
            : zero;
    for (int t = 0; t < exact.length; t++) {
      if (rule.roundAt() == Grain.INTERVAL) {
        lines[t] = FormulaAudit.rounded(exact[t], 3);
      } else {
        state[0] = state[0].add(exact[t]);
        BigDecimal rounded = FormulaAudit.rounded(state[0], 3);
        lines[t] = rounded.subtract(state[1]);
        state[1] = rounded;
      }
    }
    return lines;
  }

  private void drivers(
      int day,
      RuleBook today,
      Over over,
      @Nullable EntityClass entityClass,
      Map<String, BigDecimal[]> names,
      @Nullable Offer offer,
      int entity) {
    for (AllocationRule rule : today.allocations()) {
      if (rule.shares()
          && rule.over() == over
          && (entityClass == null || takesPart(rule.classes(), entityClass))) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal x : value(rule.driver(), names, offer, entity)) {
          sum = sum.add(rule.cap() ? FormulaAudit.rounded(x, 3) : x);
        }
        pools.driver(day, rule, entity, sum);
      }
    }
  }

  private Map<String, BigDecimal[]> constants(RuleBook today) {
    Map<String, BigDecimal[]> names = new HashMap<>();
    names.put("hours", all(new BigDecimal(24).divide(new BigDecimal(month.intervals()))));
    names.put("perHour", all(new BigDecimal(month.intervals() / 24)));
    today
        .parameters()
        .forEach(parameter -> names.put(parameter.name(), all(new BigDecimal(parameter.value()))));
    return names;
  }

  private BigDecimal[] all(BigDecimal value) {
    BigDecimal[] values = new BigDecimal[month.intervals()];
    Arrays.fill(values, value);
    return values;
  }

  private BigDecimal[] point(PriceDay prices, SettlementColumn column, int point) {
    return decimals(prices.points()[column.index()], point, column.measure().decimals());
  }

  private BigDecimal[] decimals(int @Nullable [] values, int row, int decimals) {
    BigDecimal[] result = all(BigDecimal.ZERO);
    for (int t = 0; values != null && t < result.length; t++) {
      result[t] = BigDecimal.valueOf(values[row * month.intervals() + t], decimals);
    }
    return result;
  }
}
