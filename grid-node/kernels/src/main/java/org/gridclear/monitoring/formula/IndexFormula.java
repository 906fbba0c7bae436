package org.gridclear.monitoring.formula;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.settlement.formula.Expr;
import org.gridclear.settlement.formula.FormulaException;
import org.gridclear.settlement.formula.FormulaParser;
import org.gridclear.settlement.formula.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A formula of an index over measures by period. It is written in the settlement's language, and
 * its units are checked before it is computed. A number that is missing makes what depends on it
 * missing, and so does a division by 0.
 *
 * <p>Functions: {@code min, max, abs, divide(a, b), if(a < b, x, y)}; over all periods of the day
 * {@code sum, mean, lowest, highest}.
 */
public final class IndexFormula {
  private static final Set<String> OVER_DAY = Set.of("sum", "mean", "lowest", "highest");

  private final Expr expr;
  private final Set<String> names = new LinkedHashSet<>();
  private final Unit unit;

  private IndexFormula(Expr expr, Map<String, Unit> known) {
    this.expr = expr;
    Unit found = unit(expr, known);
    this.unit = found == null ? Unit.ONE : found;
  }

  /**
   * Reads a formula.
   *
   * @param known measures and their units
   * @throws FormulaException if it is not well-formed, names what there is not, or mixes units
   */
  public static IndexFormula of(String text, Map<String, Unit> known) {
    return new IndexFormula(FormulaParser.parse(text), known);
  }

  /** The unit of its value. */
  public Unit unit() {
    return unit;
  }

  /** The measures that it names. */
  public Set<String> names() {
    return Set.copyOf(names);
  }

  /**
   * Its values by period.
   *
   * @param measures numbers of each measure that it names, by period; NaN where one is missing
   * @param periods number of periods
   */
  public double[] values(Map<String, double[]> measures, int periods) {
    return values(expr, measures, periods);
  }

  /** The unit; null for the number 0, which has every unit. */
  private @Nullable Unit unit(Expr of, Map<String, Unit> known) {
    if (of instanceof Expr.Literal literal) {
      return Double.parseDouble(literal.text()) == 0 ? null : Unit.ONE;
    }
    if (of instanceof Expr.Name name) {
      if (!known.containsKey(name.name())) {
        throw new FormulaException(
            "'%s' is no measure; there are %s"
                .formatted(name.name(), String.join(", ", new TreeSet<>(known.keySet()))));
      }
      names.add(name.name());
      return known.get(name.name());
    }
    if (of instanceof Expr.Negate negate) {
      return unit(negate.a(), known);
    }
    if (of instanceof Expr.Binary binary) {
      Unit a = unit(binary.a(), known);
      Unit b = unit(binary.b(), known);
      if (binary.operator() == '*') {
        return a == null || b == null ? null : a.times(b);
      }
      return same(a, b, "added to");
    }
    if (of instanceof Expr.Choose choose) {
      same(unit(choose.left(), known), unit(choose.right(), known), "compared with");
      return same(unit(choose.then(), known), unit(choose.otherwise(), known), "chosen beside");
    }
    return ofCall((Expr.Call) of, known);
  }

  private @Nullable Unit ofCall(Expr.Call call, Map<String, Unit> known) {
    List<Unit> units = call.arguments().stream().map(each -> unit(each, known)).toList();
    String function = call.function();
    if (function.equals("divide")) {
      count(call, 2);
      if (units.get(1) == null) {
        throw new FormulaException("nothing can be divided by 0");
      }
      return units.get(0) == null ? null : units.get(0).over(units.get(1));
    }
    if (function.equals("min") || function.equals("max")) {
      Unit all = units.get(0);
      for (Unit each : units) {
        all = same(all, each, "compared with");
      }
      return all;
    }
    if (function.equals("abs") || OVER_DAY.contains(function)) {
      count(call, 1);
      return units.get(0);
    }
    throw new FormulaException(
        "'%s' is no function; there are min, max, abs, divide, if, sum, mean, lowest, highest"
            .formatted(function));
  }

  private static void count(Expr.Call call, int wanted) {
    if (call.arguments().size() != wanted) {
      throw new FormulaException(
          "%s takes %d value(s) and not %d"
              .formatted(call.function(), wanted, call.arguments().size()));
    }
  }

  private static @Nullable Unit same(@Nullable Unit a, @Nullable Unit b, String how) {
    if (a != null && b != null && !a.equals(b)) {
      throw new FormulaException("%s cannot be %s %s".formatted(a, how, b));
    }
    return a == null ? b : a;
  }

  /** What becomes of two numbers. */
  private interface Operation {
    double of(double a, double b);
  }

  private static double[] both(double[] a, double[] b, Operation operation) {
    double[] values = new double[a.length];
    for (int t = 0; t < values.length; t++) {
      values[t] = operation.of(a[t], b[t]);
    }
    return values;
  }

  private double[] values(Expr of, Map<String, double[]> measures, int periods) {
    if (of instanceof Expr.Literal literal) {
      return filled(Double.parseDouble(literal.text()), periods);
    }
    if (of instanceof Expr.Name name) {
      return Objects.requireNonNull(measures.get(name.name()));
    }
    if (of instanceof Expr.Negate negate) {
      double[] a = values(negate.a(), measures, periods);
      return both(a, a, (x, y) -> -x);
    }
    if (of instanceof Expr.Binary binary) {
      double[] a = values(binary.a(), measures, periods);
      double[] b = values(binary.b(), measures, periods);
      return switch (binary.operator()) {
        case '+' -> both(a, b, Double::sum);
        case '-' -> both(a, b, (x, y) -> x - y);
        default -> both(a, b, (x, y) -> x * y);
      };
    }
    if (of instanceof Expr.Choose choose) {
      return chosen(choose, measures, periods);
    }
    Expr.Call call = (Expr.Call) of;
    return called(
        call.function(),
        call.arguments().stream().map(each -> values(each, measures, periods)).toList());
  }

  private static double[] filled(double value, int periods) {
    double[] values = new double[periods];
    Arrays.fill(values, value);
    return values;
  }

  private double[] chosen(Expr.Choose choose, Map<String, double[]> measures, int periods) {
    double[] left = values(choose.left(), measures, periods);
    double[] right = values(choose.right(), measures, periods);
    double[] then = values(choose.then(), measures, periods);
    double[] otherwise = values(choose.otherwise(), measures, periods);
    double[] values = new double[periods];
    for (int t = 0; t < periods; t++) {
      boolean known = !Double.isNaN(left[t]) && !Double.isNaN(right[t]);
      values[t] =
          !known
              ? Double.NaN
              : holds(choose.comparison(), left[t], right[t]) ? then[t] : otherwise[t];
    }
    return values;
  }

  private static boolean holds(String comparison, double left, double right) {
    return switch (comparison) {
      case "<" -> left < right;
      case "<=" -> left <= right;
      case ">" -> left > right;
      case ">=" -> left >= right;
      default -> left == right;
    };
  }

  private static double[] called(String function, List<double[]> arguments) {
    double[] a = arguments.get(0);
    return switch (function) {
      case "abs" -> both(a, a, (x, y) -> Math.abs(x));
      case "divide" -> both(a, arguments.get(1), (x, y) -> y == 0 ? Double.NaN : x / y);
      case "min" -> arguments.stream().reduce((x, y) -> both(x, y, Math::min)).orElseThrow();
      case "max" -> arguments.stream().reduce((x, y) -> both(x, y, Math::max)).orElseThrow();
      case "sum" -> filled(folded(a, 0, Double::sum), a.length);
      case "mean" -> filled(folded(a, 0, Double::sum) / a.length, a.length);
      case "lowest" -> filled(folded(a, Double.POSITIVE_INFINITY, Math::min), a.length);
      default -> filled(folded(a, Double.NEGATIVE_INFINITY, Math::max), a.length);
    };
  }

  private static double folded(double[] values, double start, Operation operation) {
    double all = start;
    for (double value : values) {
      all = operation.of(all, value);
    }
    return all;
  }
}
