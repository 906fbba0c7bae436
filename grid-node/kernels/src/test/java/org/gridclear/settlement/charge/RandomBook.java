package org.gridclear.settlement.charge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.gridclear.settlement.charge.RandomFormula.Kind;
import org.gridclear.settlement.charge.RandomFormula.Node;
import org.gridclear.settlement.charge.RandomFormula.Row;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.gridclear.settlement.rule.ChargeRule.Over;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.RuleBook.Parameter;
import org.gridclear.settlement.rule.RuleBook.Pool;
import org.gridclear.settlement.rule.TransferRule;

/**
 * A book of random rules over three pools that are shared, one that is an account: parameters
 * change their values and their decimals from day to day, rules follow one another, items build on
 * others that stand before or after them.
 */
final class RandomBook {
  static final int DAYS = 3;
  static final List<List<String>> CLASSES =
      List.of(List.of(), List.of("generation"), List.of("consumption"), List.of("thermal"));

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final Label NAME = new Label("n", "n");

  private final Random random;
  private final RandomFormula formulas;
  private final Map<Kind, List<String>> names = new HashMap<>();

  final List<Parameter> parameters = new ArrayList<>();
  final List<ChargeRule> charges = new ArrayList<>();
  final List<TransferRule> transfers = new ArrayList<>();
  final List<AllocationRule> allocations = new ArrayList<>();

  /** What the formulas of the book are worth, by their text. */
  final Map<String, Node> worth = new HashMap<>();

  RandomBook(long seed) {
    random = new Random(seed);
    formulas = new RandomFormula(random, names);
    names.put(Kind.MWH, List.of("daMwh", "rtMwh", "meteredMwh"));
    names.put(Kind.PRICE, new ArrayList<>(List.of("daYuanPerMwh", "rtYuanPerMwh", "fee")));
    names.put(Kind.SHARE, List.of("part"));
    names.put(Kind.YUAN, new ArrayList<>(List.of("least")));
    parameter("fee", "yuan/MWh", "0.3", "0.25", "12.125");
    parameter("part", "1", "0.5", "2", "0.0625");
    parameter("least", "yuan", "7", "0.01", "3.5");
    for (int i = 0; i < 5; i++) {
      charge("I" + i);
    }
    if (random.nextBoolean()) {
      Collections.reverse(charges);
    }
    transfer();
    allocate();
  }

  /** Values of the days in a random order: with one decimal, then with two, or the reverse. */
  private void parameter(String name, String unit, String... values) {
    List<String> drawn = new ArrayList<>(List.of(values));
    Collections.shuffle(drawn, random);
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      parameters.add(new Parameter(name, drawn.get(day), unit, new Validity(date, date)));
    }
  }

  RuleBook book() {
    List<Pool> pools = new ArrayList<>();
    for (String pool : List.of("A", "B", "C")) {
      pools.add(new Pool(pool, NAME, Pool.Kind.SHARED));
    }
    pools.add(new Pool("X", NAME, Pool.Kind.ACCOUNT));
    return new RuleBook("random", parameters, pools, charges, transfers, allocations);
  }

  private Node formula(Kind kind, boolean daily, int depth) {
    Node drawn = formulas.draw(kind, depth);
    Node node = daily ? RandomFormula.day(drawn) : drawn;
    worth.put(node.text(), node);
    return node;
  }

  /** Adds what is drawn; what could overflow is refused by the compiler and drawn again. */
  private <T> void add(List<T> rules, Supplier<List<T>> draw) {
    while (true) {
      List<T> drawn = draw.get();
      rules.addAll(drawn);
      List<RuleIssue> issues = issues();
      if (issues.isEmpty()) {
        return;
      }
      if (!issues.stream().allMatch(issue -> issue.text().contains("overflow"))) {
        throw new IllegalStateException(issues.toString());
      }
      rules.subList(rules.size() - drawn.size(), rules.size()).clear();
    }
  }

  private List<RuleIssue> issues() {
    RuleBook book = book();
    List<RuleIssue> issues = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      RuleBook today = book.on(FIRST.plusDays(day), MarketMode.CENTRALISED);
      issues.addAll(new BookPrograms(book, today, SettlementFixture.HOURS).issues());
    }
    return issues;
  }

  private void charge(String item) {
    List<String> classes = CLASSES.get(random.nextInt(CLASSES.size()));
    Grain grain = random.nextInt(4) == 0 ? Grain.values()[1 + random.nextInt(2)] : Grain.INTERVAL;
    Grain roundAt = grain == Grain.INTERVAL ? Grain.values()[random.nextInt(3)] : Grain.INTERVAL;
    String pool = List.of("A", "B", "C", "X").get(random.nextInt(4));
    int change = random.nextInt(3);
    LocalDate last = FIRST.plusDays(change);
    List<Validity> spans =
        change == 0
            ? List.of(Validity.ALWAYS)
            : List.of(new Validity(null, last.minusDays(1)), new Validity(last, null));
    Grain rounded = roundAt;
    formulas.months(spans.size() == 1);
    add(
        charges,
        () ->
            spans.stream()
                .map(
                    span ->
                        new ChargeRule(
                            item,
                            NAME,
                            "energy",
                            Over.ENTITY,
                            classes,
                            List.of(),
                            true,
                            grain,
                            rounded,
                            "",
                            formula(Kind.YUAN, grain != Grain.INTERVAL, 3).text(),
                            pool,
                            span))
                .toList());
    formulas.months(true);
    List<String> known = new ArrayList<>(names.get(Kind.YUAN));
    known.add(item);
    names.put(Kind.YUAN, known);
  }

  private void transfer() {
    add(
        transfers,
        () ->
            List.of(
                new TransferRule(
                    "move",
                    "A",
                    "B",
                    List.of(),
                    formula(Kind.YUAN, false, 2).text(),
                    Validity.ALWAYS)));
  }

  private String driver(Kind kind) {
    Node drawn = formula(kind, false, 2);
    Node positive =
        new Node(
            "abs(%s)".formatted(drawn.text()),
            false,
            row ->
                Arrays.stream(drawn.worth().of(row))
                    .map(BigDecimal::abs)
                    .toArray(BigDecimal[]::new));
    worth.put(positive.text(), positive);
    return positive.text();
  }

  /** A goes by a third and the rest, B on to C, C with a cap and by the month or the day. */
  private void allocate() {
    Grain period = random.nextBoolean() ? Grain.MONTH : Grain.DAY;
    allocation("", "B", "C", Kind.MWH, Grain.DAY, 0, false);
    allocation("S1", "A", "", Kind.MWH, Grain.DAY, 3_333, false);
    allocation("S2", "A", "", Kind.YUAN, Grain.DAY, 0, false);
    allocation("S3", "C", "", Kind.YUAN, Grain.DAY, 0, true);
    allocation("S4", "C", "", Kind.MWH, period, 0, false);
  }

  private void allocation(
      String item, String pool, String to, Kind kind, Grain period, long portion, boolean cap) {
    boolean shares = to.isEmpty();
    List<String> classes = shares ? CLASSES.get(random.nextInt(3)) : List.of();
    add(
        allocations,
        () ->
            List.of(
                new AllocationRule(
                    item,
                    NAME,
                    "surplus",
                    pool,
                    to,
                    Over.ENTITY,
                    classes,
                    true,
                    portion,
                    period,
                    shares ? driver(kind) : "",
                    cap,
                    "",
                    false,
                    Validity.ALWAYS)));
  }

  /** Value of a formula of the book. */
  BigDecimal[] value(String text, Row row) {
    Node node = worth.get(text);
    if (node == null) {
      throw new IllegalStateException("no formula " + text);
    }
    return node.worth().of(row);
  }

  static BigDecimal milli(BigDecimal yuan) {
    return yuan.setScale(3, RoundingMode.HALF_UP);
  }
}
