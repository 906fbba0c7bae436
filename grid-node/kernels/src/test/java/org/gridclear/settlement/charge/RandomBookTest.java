package org.gridclear.settlement.charge;

import static org.gridclear.settlement.charge.RandomBook.DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.charge.RandomFormula.Row;
import org.gridclear.settlement.charge.SettlementFixture.Books;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.gridclear.settlement.rule.RuleBook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Months of random rules against what they are worth on paper: every amount of every entity, every
 * balance, and what the auditor says of them. The oracle works in decimals from the drawn trees; it
 * shares nothing with parser, compiler, kernel, pools and auditor.
 */
// Rows: Q-28, S-07, P-10
class RandomBookTest {
  private static final int HOURS = SettlementFixture.HOURS;
  private static final List<EntityClass> ENTITIES =
      List.of(
          EntityClass.THERMAL,
          EntityClass.USER,
          EntityClass.WIND,
          EntityClass.RETAILER,
          EntityClass.STORAGE,
          EntityClass.GRID);

  private static final List<SettlementColumn> ENERGY =
      List.of(SettlementColumn.DA, SettlementColumn.RT, SettlementColumn.METERED);
  private static final List<SettlementColumn> PRICES =
      List.of(SettlementColumn.DA_PRICE, SettlementColumn.RT_PRICE);

  /** The same data for the kernel and on paper. */
  private final Map<String, BigDecimal> given = new HashMap<>();

  private final Map<String, BigDecimal> amounts = new HashMap<>();
  private final Map<String, BigDecimal> pools = new TreeMap<>();
  private final Map<String, BigDecimal> carried = new HashMap<>();
  private final Map<String, BigDecimal[]> drivers = new HashMap<>();
  private final List<List<Row>> rows = new ArrayList<>();
  private RandomBook drawn = new RandomBook(0);

  private SettlementFixture fixture(Random random) {
    SettlementFixture fixture = new SettlementFixture(DAYS).book(drawn.book());
    for (int e = 0; e < ENTITIES.size(); e++) {
      fixture.entity("E" + e, ENTITIES.get(e));
      for (SettlementColumn column : ENERGY) {
        for (int day = 1; day <= DAYS; day++) {
          for (int t = 0; t < HOURS; t++) {
            long mwh = (random.nextInt(4) == 0 ? 0 : random.nextInt(200_000) - 60_000);
            fixture.at(column, day, t, FixedPoint.format(mwh, 4));
            given.put(column.label() + e + "/" + day + "/" + t, BigDecimal.valueOf(mwh, 4));
          }
        }
      }
    }
    for (SettlementColumn column : PRICES) {
      for (int point = 0; point < SettlementFixture.POINTS; point++) {
        long price = random.nextInt(600_000) - 100_000;
        fixture.price(column, point, FixedPoint.format(price, 3));
        given.put(column.label() + point, BigDecimal.valueOf(price, 3));
      }
    }
    return fixture;
  }

  /** What rules can name of an entity on a day, before any item is computed. */
  private Row row(int e, int day, RuleBook today) {
    Map<String, BigDecimal[]> names = new HashMap<>();
    for (SettlementColumn column : ENERGY) {
      BigDecimal[] values = new BigDecimal[HOURS];
      for (int t = 0; t < HOURS; t++) {
        values[t] = given.get(column.label() + e + "/" + day + "/" + t);
      }
      names.put(column.label(), values);
    }
    for (SettlementColumn column : PRICES) {
      BigDecimal price = given.get(column.label() + e % SettlementFixture.POINTS);
      names.put(column.label(), RandomFormula.all(price));
    }
    today
        .parameters()
        .forEach(p -> names.put(p.name(), RandomFormula.all(new BigDecimal(p.value()))));
    drawn.charges.forEach(rule -> names.put(rule.item(), RandomFormula.all(BigDecimal.ZERO)));
    return new Row(names, List.copyOf(rows.get(e)));
  }

  private static boolean takesPart(List<String> classes, EntityClass entity) {
    return classes.isEmpty() || classes.stream().anyMatch(entity::in);
  }

  private void work() {
    IntStream.range(0, ENTITIES.size()).forEach(e -> rows.add(new ArrayList<>()));
    for (int day = 1; day <= DAYS; day++) {
      RuleBook today = drawn.book().on(LocalDate.of(2026, 10, day), MarketMode.CENTRALISED);
      for (int e = 0; e < ENTITIES.size(); e++) {
        Row row = row(e, day, today);
        rows.get(e).add(row);
        entity(e, day, today, row);
      }
      close(day, today, Grain.DAY);
      if (day == DAYS) {
        close(day, today, Grain.MONTH);
      }
    }
  }

  private void entity(int e, int day, RuleBook today, Row row) {
    List<ChargeRule> left = new ArrayList<>(today.charges());
    left.removeIf(rule -> !takesPart(rule.classes(), ENTITIES.get(e)));
    // Items are drawn one after the other: each names those of lower numbers.
    left.sort(Comparator.comparing(ChargeRule::item));
    for (ChargeRule rule : left) {
      BigDecimal[] lines = lines(rule, drawn.value(rule.amount(), row), e);
      row.names().put(rule.item(), lines);
      BigDecimal amount = BigDecimal.ZERO;
      for (BigDecimal line : lines) {
        amount = amount.add(line);
      }
      if (rule.grain() != Grain.INTERVAL) {
        amount = rule.grain() == Grain.DAY || day == DAYS ? lines[0] : BigDecimal.ZERO;
      }
      add(e, rule.item(), day, amount);
      pools.merge(rule.pool(), amount.negate(), BigDecimal::add);
    }
    for (BigDecimal moved : drawn.value(today.transfers().get(0).amount(), row)) {
      pools.merge("B", RandomBook.milli(moved).negate(), BigDecimal::add);
      pools.merge("A", RandomBook.milli(moved), BigDecimal::add);
    }
    for (AllocationRule rule : today.allocations()) {
      if (rule.shares() && takesPart(rule.classes(), ENTITIES.get(e))) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : drawn.value(rule.driver(), row)) {
          sum = sum.add(rule.cap() ? RandomBook.milli(value) : value);
        }
        weights(rule, day)[e] = sum;
        if (day > 1 && rule.period() == Grain.MONTH) {
          weights(rule, day)[e] = sum.add(weights(rule, day - 1)[e]);
        }
      }
    }
  }

  private void add(int e, String item, int day, BigDecimal amount) {
    amounts.merge(e + item + day, amount, BigDecimal::add);
  }

  private BigDecimal[] weights(AllocationRule rule, int day) {
    return drivers.computeIfAbsent(
        rule.item() + day,
        key -> {
          BigDecimal[] none = new BigDecimal[ENTITIES.size()];
          Arrays.fill(none, BigDecimal.ZERO);
          return none;
        });
  }

  /** Lines of a rule: rounded one by one, or such that the sums so far are the rounded ones. */
  private BigDecimal[] lines(ChargeRule rule, BigDecimal[] exact, int e) {
    BigDecimal[] lines = new BigDecimal[HOURS];
    String key = e + rule.item() + rule.validity();
    BigDecimal sum = rule.roundAt() == Grain.MONTH ? carried.get(key) : BigDecimal.ZERO;
    sum = sum == null ? BigDecimal.ZERO : sum;
    for (int t = 0; t < HOURS; t++) {
      BigDecimal next = sum.add(exact[t]);
      lines[t] =
          rule.roundAt() == Grain.INTERVAL
              ? RandomBook.milli(exact[t])
              : RandomBook.milli(next).subtract(RandomBook.milli(sum));
      sum = next;
    }
    carried.put(key, sum);
    return lines;
  }

  /** A is shared, B goes to C, C is shared. */
  private void close(int day, RuleBook today, Grain period) {
    for (String pool : List.of("A", "B", "C")) {
      BigDecimal before = pools.getOrDefault(pool, BigDecimal.ZERO);
      for (AllocationRule rule : today.allocations()) {
        if (!rule.pool().equals(pool) || rule.period() != period) {
          continue;
        }
        BigDecimal amount = pools.getOrDefault(pool, BigDecimal.ZERO);
        if (rule.portion() > 0) {
          amount = RandomBook.milli(before.multiply(BigDecimal.valueOf(rule.portion(), 4)));
        }
        if (rule.shares()) {
          share(rule, amount, day);
        } else {
          pools.merge(pool, amount.negate(), BigDecimal::add);
          pools.merge(rule.to(), amount, BigDecimal::add);
        }
      }
    }
  }

  /** Whole parts of 0.001 yuan in whole numbers without bounds, the greatest remainders first. */
  private void share(AllocationRule rule, BigDecimal all, int day) {
    BigDecimal[] of = weights(rule, day);
    BigDecimal weight = Arrays.stream(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal amount = rule.cap() ? all.min(weight).max(BigDecimal.ZERO) : all;
    if (weight.signum() == 0 || amount.signum() == 0) {
      return;
    }
    BigInteger units = amount.abs().movePointRight(3).toBigIntegerExact();
    int scale = Arrays.stream(of).mapToInt(BigDecimal::scale).max().orElse(0);
    BigInteger total = weight.movePointRight(scale).toBigIntegerExact();
    BigInteger[] parts = new BigInteger[of.length];
    BigInteger[] rests = new BigInteger[of.length];
    BigInteger left = units;
    for (int e = 0; e < of.length; e++) {
      BigInteger[] each =
          units.multiply(of[e].movePointRight(scale).toBigIntegerExact()).divideAndRemainder(total);
      parts[e] = each[0];
      rests[e] = each[1];
      left = left.subtract(each[0]);
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, of.length).boxed().toList());
    order.sort(Comparator.comparing((Integer e) -> rests[e]).reversed());
    for (int k = 0; k < left.intValueExact(); k++) {
      parts[order.get(k)] = parts[order.get(k)].add(BigInteger.ONE);
    }
    for (int e = 0; e < of.length; e++) {
      BigDecimal yuan = new BigDecimal(parts[e], 3);
      BigDecimal signed = amount.signum() < 0 ? yuan.negate() : yuan;
      add(e, rule.item(), day, signed);
      pools.merge(rule.pool(), signed.negate(), BigDecimal::add);
    }
  }

  private static String text(BigDecimal yuan) {
    return yuan.setScale(3, RoundingMode.UNNECESSARY).toPlainString();
  }

  private static List<String> rules(RuleBook book, String item) {
    List<String> rules = new ArrayList<>();
    book.charges().stream()
        .filter(rule -> rule.item().equals(item))
        .forEach(rule -> rules.add(rule.roundAt() + " " + rule.amount()));
    book.allocations().stream()
        .filter(rule -> rule.item().equals(item))
        .forEach(rule -> rules.add(rule.period() + " " + rule.driver()));
    return rules;
  }

  private void compare(long seed) {
    drawn = new RandomBook(seed);
    Books books = fixture(new Random(seed)).close();
    work();
    RuleBook book = books.closed().month().book();
    for (int day = 1; day <= DAYS; day++) {
      for (int e = 0; e < ENTITIES.size(); e++) {
        for (RuleBook.Item item : book.items()) {
          int number = e;
          int of = day;
          assertEquals(
              text(amounts.getOrDefault(e + item.code() + day, BigDecimal.ZERO)),
              FixedPoint.format(books.milliYuan(e, item.code(), day), 3),
              () ->
                  "seed %d, E%d, %s, day %d by %s"
                      .formatted(seed, number, item.code(), of, rules(book, item.code())));
        }
      }
    }
    long[] balances = books.closed().balances()[DAYS - 1];
    for (int p = 0; p < balances.length; p++) {
      String pool = book.pools().get(p).name();
      assertEquals(
          text(pools.getOrDefault(pool, BigDecimal.ZERO)),
          FixedPoint.format(balances[p], 3),
          "seed %d, pool %s".formatted(seed, pool));
    }
    assertEquals(List.of(), books.audit(), () -> "the auditor, seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void amountsBalancesAndTheAuditorAgreeWithPaper(int of) {
    for (long seed = 1 + of; seed <= 24; seed += 4) {
      given.clear();
      amounts.clear();
      pools.clear();
      carried.clear();
      drivers.clear();
      rows.clear();
      compare(seed);
    }
  }
}
