package org.gridclear.settlement.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.gridclear.settlement.formula.Expr;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.jspecify.annotations.Nullable;

/**
 * Formulas in decimal arithmetic, value by value as they are written, for one row: slow, exact, and
 * apart from the programs of the kernel.
 *
 * @param names values by interval of everything that has a name
 * @param offer offer of the row, null for none
 * @param intervals number of values
 * @param peaks greatest values of the row's entity since the first of the month, by what they are
 *     of
 */
record FormulaAudit(
    Map<String, BigDecimal[]> names,
    @Nullable Offer offer,
    int intervals,
    Map<Expr, BigDecimal> peaks) {

  BigDecimal[] value(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return all(new BigDecimal(literal.text()));
    }
    if (expr instanceof Expr.Name name) {
      BigDecimal[] values = names.get(name.name());
      if (values == null) {
        throw new IllegalStateException("The auditor does not know " + name.name() + ".");
      }
      return values;
    }
    if (expr instanceof Expr.Negate negate) {
      return map(value(negate.a()), BigDecimal::negate);
    }
    if (expr instanceof Expr.Binary binary) {
      BinaryOperator<BigDecimal> operator =
          switch (binary.operator()) {
            case '+' -> BigDecimal::add;
            case '-' -> BigDecimal::subtract;
            default -> BigDecimal::multiply;
          };
      return both(value(binary.a()), value(binary.b()), operator);
    }
    if (expr instanceof Expr.Choose choose) {
      return choice(choose);
    }
    return call((Expr.Call) expr);
  }

  private BigDecimal[] choice(Expr.Choose choose) {
    BigDecimal[] left = value(choose.left());
    BigDecimal[] right = value(choose.right());
    BigDecimal[] then = value(choose.then());
    BigDecimal[] otherwise = value(choose.otherwise());
    BigDecimal[] result = new BigDecimal[intervals];
    for (int t = 0; t < intervals; t++) {
      int order = left[t].compareTo(right[t]);
      boolean holds =
          switch (choose.comparison()) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
          };
      result[t] = holds ? then[t] : otherwise[t];
    }
    return result;
  }

  private BigDecimal[] call(Expr.Call call) {
    BigDecimal[] a = value(call.arguments().get(0));
    return switch (call.function()) {
      case "abs" -> map(a, BigDecimal::abs);
      case "sum" -> all(Arrays.stream(a).reduce(BigDecimal.ZERO, BigDecimal::add));
      case "begins" -> begins(a);
      case Expr.Call.PEAK -> all(peak(call, a));
      case Expr.Call.TOTAL -> total(call, a);
      case "round" -> map(a, x -> rounded(x, decimals(call)));
      case "min" -> fold(call, BigDecimal::min);
      case "max" -> fold(call, BigDecimal::max);
      case "divide" ->
          both(a, value(call.arguments().get(1)), (x, y) -> quotient(x, y, decimals(call)));
      case "energyCost" -> map(a, this::cost);
      case "marginalCost" -> map(a, this::marginal);
      case "economicMw" -> map(a, this::economic);
      default -> throw new IllegalStateException("The auditor does not know " + call.function());
    };
  }

  private BigDecimal peak(Expr of, BigDecimal[] today) {
    for (BigDecimal value : today) {
      peaks.merge(of, rounded(value, 4), BigDecimal::max);
    }
    return Objects.requireNonNull(peaks.get(of));
  }

  /** Added once a day, however many rules ask for it. */
  private BigDecimal[] total(Expr.Call of, BigDecimal[] today) {
    return names.computeIfAbsent(
        of.toString(),
        key -> {
          for (BigDecimal value : today) {
            peaks.merge(of, rounded(value, 4), BigDecimal::add);
          }
          return all(Objects.requireNonNull(peaks.get(of)));
        });
  }

  private static BigDecimal[] begins(BigDecimal[] a) {
    BigDecimal[] begins = new BigDecimal[a.length];
    for (int t = 0; t < a.length; t++) {
      boolean first = a[t].signum() > 0 && (t == 0 || a[t - 1].signum() <= 0);
      begins[t] = first ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return begins;
  }

  private BigDecimal[] fold(Expr.Call call, BinaryOperator<BigDecimal> operator) {
    return call.arguments().stream()
        .map(this::value)
        .reduce((x, y) -> both(x, y, operator))
        .orElseThrow();
  }

  private static int decimals(Expr.Call call) {
    Expr last = call.arguments().get(call.arguments().size() - 1);
    return Integer.parseInt(((Expr.Literal) last).text());
  }

  static BigDecimal rounded(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  private static BigDecimal quotient(BigDecimal a, BigDecimal b, int decimals) {
    return b.signum() == 0 ? BigDecimal.ZERO : a.divide(b, decimals, RoundingMode.HALF_UP);
  }

  private BigDecimal cost(BigDecimal mw) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; offer != null && k < offer.uptoMw().length; k++) {
      BigDecimal from = k == 0 ? BigDecimal.ZERO : mw(k - 1);
      BigDecimal to = k == offer.uptoMw().length - 1 ? mw : mw.min(mw(k));
      if (to.compareTo(from) > 0) {
        sum = sum.add(to.subtract(from).multiply(price(k)));
      }
    }
    return rounded(sum, 3);
  }

  private BigDecimal marginal(BigDecimal mw) {
    if (offer == null) {
      return BigDecimal.ZERO;
    }
    for (int k = 0; k < offer.uptoMw().length; k++) {
      if (mw.compareTo(mw(k)) <= 0) {
        return price(k);
      }
    }
    return price(offer.uptoMw().length - 1);
  }

  private BigDecimal economic(BigDecimal yuanPerMwh) {
    BigDecimal mw = BigDecimal.ZERO;
    for (int k = 0; offer != null && k < offer.uptoMw().length; k++) {
      if (price(k).compareTo(yuanPerMwh) > 0) {
        break;
      }
      mw = mw(k);
    }
    return mw;
  }

  private BigDecimal mw(int k) {
    return BigDecimal.valueOf(Objects.requireNonNull(offer).uptoMw()[k], 4);
  }

  private BigDecimal price(int k) {
    return BigDecimal.valueOf(Objects.requireNonNull(offer).yuanPerMwh()[k], 3);
  }

  private BigDecimal[] all(BigDecimal value) {
    BigDecimal[] values = new BigDecimal[intervals];
    Arrays.fill(values, value);
    return values;
  }

  private static BigDecimal[] map(BigDecimal[] a, UnaryOperator<BigDecimal> function) {
    return Arrays.stream(a).map(function).toArray(BigDecimal[]::new);
  }

  private static BigDecimal[] both(
      BigDecimal[] a, BigDecimal[] b, BinaryOperator<BigDecimal> operator) {
    BigDecimal[] result = new BigDecimal[a.length];
    for (int t = 0; t < a.length; t++) {
      result[t] = operator.apply(a[t], b[t]);
    }
    return result;
  }
}
