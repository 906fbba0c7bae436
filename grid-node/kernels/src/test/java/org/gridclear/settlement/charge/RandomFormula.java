package org.gridclear.settlement.charge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Draws formulas of the language of rules together with what they are worth on paper: every part is
 * a text and a function of the row in decimal arithmetic, which knows neither parser nor compiler.
 */
final class RandomFormula {
  private static final int HOURS = SettlementFixture.HOURS;

  /** What a formula is in. */
  enum Kind {
    SHARE,
    MWH,
    PRICE,
    YUAN
  }

  /**
   * Values of an entity on a day.
   *
   * @param names values by name, those of items that were computed before among them
   * @param before the same of the days before, from the first of the month
   */
  record Row(Map<String, BigDecimal[]> names, List<Row> before) {
    BigDecimal[] of(String name) {
      BigDecimal[] values = names.get(name);
      if (values == null) {
        throw new IllegalStateException("no value of " + name);
      }
      return values;
    }
  }

  /** What a formula is worth, one value per hour. */
  @FunctionalInterface
  interface Worth {
    BigDecimal[] of(Row row);
  }

  /**
   * A formula.
   *
   * @param text as a rule has it
   * @param sum whether it is a sum, which has to stand in parentheses beside a stronger operator
   * @param worth its value
   */
  record Node(String text, boolean sum, Worth worth) {
    String factor() {
      return sum || text.startsWith("-") || text.contains(" ") ? "(" + text + ")" : text;
    }
  }

  private final Random random;
  private final Map<Kind, List<String>> names;
  private boolean months = true;

  /**
   * Draws from names.
   *
   * @param names what may be named, by kind
   */
  RandomFormula(Random random, Map<Kind, List<String>> names) {
    this.random = random;
    this.names = names;
  }

  /** Whether functions of the month are drawn: they begin where the first rule with them does. */
  void months(boolean drawn) {
    months = drawn;
  }

  /** A formula of a kind, of at most so many levels. */
  Node draw(Kind kind, int depth) {
    if (depth == 0) {
      return leaf(kind);
    }
    return switch (random.nextInt(11)) {
      case 0, 1 -> sum(kind, depth);
      case 2 -> product(draw(Kind.SHARE, depth - 1), draw(kind, depth - 1));
      case 3 -> extreme(kind, depth);
      case 4 -> choice(kind, depth);
      case 5 -> negated(draw(kind, depth - 1));
      case 6 -> call("abs", draw(kind, depth - 1), BigDecimal::abs);
      case 7 -> rounded(draw(kind, depth - 1));
      default -> special(kind, depth);
    };
  }

  private Node leaf(Kind kind) {
    List<String> known = names.getOrDefault(kind, List.of());
    if (kind == Kind.SHARE && random.nextBoolean() || known.isEmpty()) {
      if (kind != Kind.SHARE) {
        return literal("0");
      }
      return literal(List.of("0.05", "1.5", "2", "0.333", "1").get(random.nextInt(5)));
    }
    String name = known.get(random.nextInt(known.size()));
    return new Node(name, false, row -> row.of(name));
  }

  private static Node literal(String text) {
    return new Node(text, false, row -> all(new BigDecimal(text)));
  }

  /** A chain of two or three, which is worked from the left. */
  private Node sum(Kind kind, int depth) {
    Node left = draw(kind, depth - 1);
    for (int more = 1 + random.nextInt(2); more > 0; more--) {
      Node first = left;
      Node second = draw(kind, depth - 1);
      boolean plus = random.nextBoolean();
      String right = second.sum() ? "(" + second.text() + ")" : second.text();
      left =
          new Node(
              first.text() + (plus ? " + " : " - ") + right,
              true,
              both(first, second, plus ? BigDecimal::add : BigDecimal::subtract));
    }
    return left;
  }

  private static Node product(Node a, Node b) {
    return new Node(a.factor() + " * " + b.factor(), false, both(a, b, BigDecimal::multiply));
  }

  private static Node negated(Node a) {
    return new Node("-" + a.factor(), false, row -> map(a.worth().of(row), BigDecimal::negate));
  }

  private static Node call(String function, Node a, UnaryOperator<BigDecimal> worth) {
    return new Node(function + "(" + a.text() + ")", false, row -> map(a.worth().of(row), worth));
  }

  private Node rounded(Node a) {
    int decimals = 2 + random.nextInt(3);
    return new Node(
        "round(%s, %d)".formatted(a.text(), decimals),
        false,
        row -> map(a.worth().of(row), x -> x.setScale(decimals, RoundingMode.HALF_UP)));
  }

  private Node extreme(Kind kind, int depth) {
    boolean least = random.nextBoolean();
    Node a = draw(kind, depth - 1);
    Node b = draw(kind, depth - 1);
    return new Node(
        "%s(%s, %s)".formatted(least ? "min" : "max", a.text(), b.text()),
        false,
        both(a, b, least ? BigDecimal::min : BigDecimal::max));
  }

  private Node choice(Kind kind, int depth) {
    Kind compared = random.nextBoolean() ? Kind.MWH : Kind.PRICE;
    Node left = draw(compared, depth - 1);
    Node right = random.nextInt(3) == 0 ? left : draw(compared, depth - 1);
    Node then = draw(kind, depth - 1);
    Node otherwise = draw(kind, depth - 1);
    String sign = List.of("<", "<=", ">", ">=", "==").get(random.nextInt(5));
    return new Node(
        "if(%s %s %s, %s, %s)"
            .formatted(left.text(), sign, right.text(), then.text(), otherwise.text()),
        false,
        row -> {
          BigDecimal[] a = left.worth().of(row);
          BigDecimal[] b = right.worth().of(row);
          BigDecimal[] yes = then.worth().of(row);
          BigDecimal[] no = otherwise.worth().of(row);
          BigDecimal[] chosen = new BigDecimal[HOURS];
          Arrays.setAll(chosen, t -> holds(sign, a[t].compareTo(b[t])) ? yes[t] : no[t]);
          return chosen;
        });
  }

  private static boolean holds(String sign, int order) {
    return switch (sign) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> order == 0;
    };
  }

  /** What only formulas of this kind are. */
  private Node special(Kind kind, int depth) {
    return switch (kind) {
      case SHARE ->
          random.nextBoolean()
              ? begins(draw(Kind.MWH, depth - 1))
              : quotient(draw(Kind.MWH, depth - 1), draw(Kind.MWH, depth - 1));
      case PRICE -> quotient(draw(Kind.YUAN, depth - 1), draw(Kind.MWH, depth - 1));
      case YUAN ->
          product(rounded(draw(Kind.MWH, depth - 1)), rounded(draw(Kind.PRICE, depth - 1)));
      case MWH ->
          switch (random.nextInt(months ? 3 : 1)) {
            case 0 -> day(draw(Kind.MWH, depth - 1));
            case 1 -> month(draw(Kind.MWH, depth - 1), "maxOfMonth", BigDecimal::max);
            default -> month(draw(Kind.MWH, depth - 1), "sumOfMonth", BigDecimal::add);
          };
    };
  }

  private Node quotient(Node a, Node b) {
    int decimals = 1 + random.nextInt(4);
    return new Node(
        "divide(%s, %s, %d)".formatted(a.text(), b.text(), decimals),
        false,
        both(
            a,
            b,
            (x, y) ->
                y.signum() == 0 ? BigDecimal.ZERO : x.divide(y, decimals, RoundingMode.HALF_UP)));
  }

  private static Node begins(Node a) {
    return new Node(
        "begins(" + a.text() + ")",
        false,
        row -> {
          BigDecimal[] of = a.worth().of(row);
          BigDecimal[] begins = new BigDecimal[HOURS];
          Arrays.setAll(
              begins,
              t -> {
                boolean off = t == 0 || of[t - 1].signum() <= 0;
                return of[t].signum() > 0 && off ? BigDecimal.ONE : BigDecimal.ZERO;
              });
          return begins;
        });
  }

  /** The sum of the day, in every hour. */
  static Node day(Node a) {
    return new Node(
        "sum(" + a.text() + ")",
        false,
        row -> all(Arrays.stream(a.worth().of(row)).reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  /** Of all hours from the first of the month to the end of the day, each with four decimals. */
  private static Node month(Node a, String function, BinaryOperator<BigDecimal> operator) {
    return new Node(
        function + "(" + a.text() + ")",
        false,
        row -> {
          List<BigDecimal> hours = new ArrayList<>();
          List<Row> days = new ArrayList<>(row.before());
          days.add(row);
          for (Row day : days) {
            for (BigDecimal value : a.worth().of(day)) {
              hours.add(value.setScale(4, RoundingMode.HALF_UP));
            }
          }
          return all(hours.stream().reduce(operator).orElseThrow());
        });
  }

  static BigDecimal[] all(BigDecimal value) {
    BigDecimal[] values = new BigDecimal[HOURS];
    Arrays.fill(values, value);
    return values;
  }

  private static BigDecimal[] map(BigDecimal[] a, UnaryOperator<BigDecimal> function) {
    return Arrays.stream(a).map(function).toArray(BigDecimal[]::new);
  }

  private static Worth both(Node a, Node b, BinaryOperator<BigDecimal> operator) {
    return row -> {
      BigDecimal[] left = a.worth().of(row);
      BigDecimal[] right = b.worth().of(row);
      BigDecimal[] result = new BigDecimal[HOURS];
      Arrays.setAll(result, t -> operator.apply(left[t], right[t]));
      return result;
    };
  }
}
