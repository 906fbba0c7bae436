package org.gridclear.io.matpower;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The functions of MATLAB that case files compute constants with. */
final class MatlabFunctions {
  private static final Map<String, DoubleUnaryOperator> ELEMENTARY =
      Map.ofEntries(
          Map.entry("sin", Math::sin),
          Map.entry("cos", Math::cos),
          Map.entry("tan", Math::tan),
          Map.entry("asin", Math::asin),
          Map.entry("acos", Math::acos),
          Map.entry("atan", Math::atan),
          Map.entry("sinh", Math::sinh),
          Map.entry("cosh", Math::cosh),
          Map.entry("tanh", Math::tanh),
          Map.entry("exp", Math::exp),
          Map.entry("log", Math::log),
          Map.entry("log2", a -> Math.log(a) / Math.log(2)),
          Map.entry("log10", Math::log10),
          Map.entry("sqrt", Math::sqrt),
          Map.entry("abs", Math::abs),
          Map.entry("sign", Math::signum),
          Map.entry("floor", Math::floor),
          Map.entry("ceil", Math::ceil),
          Map.entry("fix", a -> a < 0 ? Math.ceil(a) : Math.floor(a)),
          Map.entry("round", a -> Math.copySign(Math.floor(Math.abs(a) + 0.5), a)),
          Map.entry("deg2rad", Math::toRadians),
          Map.entry("rad2deg", Math::toDegrees),
          Map.entry("double", a -> a));

  private static final Map<String, DoubleBinaryOperator> OF_TWO =
      Map.of(
          "atan2", Math::atan2,
          "hypot", Math::hypot,
          "power", Math::pow,
          "mod", (a, b) -> b == 0 ? a : a - Math.floor(a / b) * b,
          "rem", (a, b) -> b == 0 ? Double.NaN : a % b,
          "max", MatlabFunctions::max,
          "min", MatlabFunctions::min);

  private MatlabFunctions() {}

  /** The greater of two; of a number and none the number. */
  private static double max(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  private static double min(double a, double b) {
    return -max(-a, -b);
  }

  /** Whether a name is that of a function that can be called. */
  static boolean has(String name) {
    return ELEMENTARY.containsKey(name)
        || OF_TWO.containsKey(name)
        || List.of("zeros", "ones", "size", "length", "numel", "find", "any", "all", "sum", "prod")
            .contains(name)
        || List.of("isinf", "isnan", "isfinite", "isempty", "true", "false", "eps").contains(name);
  }

  /**
   * Calls a function.
   *
   * @throws IllegalArgumentException if it is unknown, or its result is no real number
   */
  static MatlabValue call(String function, List<MatlabValue> arguments) {
    if (!has(function) || arguments.stream().anyMatch(java.util.Objects::isNull)) {
      throw new IllegalArgumentException("not supported: the function '" + function + "'");
    }
    if (arguments.isEmpty()) {
      return constant(function);
    }
    MatlabValue first = arguments.get(0);
    if (ELEMENTARY.containsKey(function) && arguments.size() == 1) {
      return first.map(real(function, ELEMENTARY.get(function)));
    }
    if (OF_TWO.containsKey(function) && arguments.size() == 2) {
      DoubleBinaryOperator two = OF_TWO.get(function);
      return first.combine(arguments.get(1), real(function, two));
    }
    return switch (function) {
      case "zeros" -> filled(arguments, 0);
      case "ones" -> filled(arguments, 1);
      case "size" -> size(first, arguments);
      case "numel" -> MatlabValue.scalar(first.count());
      case "length" ->
          MatlabValue.scalar(
              first.count() == 0 ? 0 : Math.max(first.rowCount(), first.columnCount()));
      case "isempty" -> MatlabValue.logical(first.count() == 0);
      case "isinf" -> first.test(Double::isInfinite);
      case "isnan" -> first.test(Double::isNaN);
      case "isfinite" -> first.test(Double::isFinite);
      case "find" -> first.find();
      default -> reduced(function, first, arguments.size());
    };
  }

  private static MatlabValue constant(String function) {
    return switch (function) {
      case "true" -> MatlabValue.logical(true);
      case "false" -> MatlabValue.logical(false);
      case "eps" -> MatlabValue.scalar(Math.ulp(1.0));
      default ->
          throw new IllegalArgumentException("the function '" + function + "' needs an argument");
    };
  }

  /** Sums and the like of a vector; of a matrix, column by column. */
  private static MatlabValue reduced(String function, MatlabValue value, int arguments) {
    DoubleBinaryOperator operator =
        switch (function) {
          case "sum" -> Double::sum;
          case "prod" -> (a, b) -> a * b;
          case "max" -> MatlabFunctions::max;
          case "min" -> MatlabFunctions::min;
          case "any" -> (a, b) -> a != 0 || b != 0 ? 1 : 0;
          case "all" -> (a, b) -> a != 0 && b != 0 ? 1 : 0;
          default -> null;
        };
    if (operator == null || arguments != 1) {
      throw new IllegalArgumentException(
          "not supported: the function '%s' with %d argument(s)".formatted(function, arguments));
    }
    boolean starts = function.equals("prod") || function.equals("all");
    boolean extreme = function.equals("max") || function.equals("min");
    MatlabValue result = value.reduced(operator, extreme ? Double.NaN : starts ? 1 : 0);
    return function.equals("any") || function.equals("all") ? result.test(a -> a != 0) : result;
  }

  private static MatlabValue filled(List<MatlabValue> arguments, double value) {
    double rows;
    double columns;
    if (arguments.size() == 1 && arguments.get(0).count() == 2) {
      double[][] both = arguments.get(0).asRows();
      rows = both[0][0];
      columns = both.length == 1 ? both[0][1] : both[1][0];
    } else {
      rows = arguments.get(0).asScalar();
      columns = arguments.get(arguments.size() - 1).asScalar();
    }
    boolean whole = rows == Math.rint(rows) && columns == Math.rint(columns);
    if (arguments.size() > 2 || !whole || rows * columns > MatlabValue.COUNT_MAX) {
      throw new IllegalArgumentException(
          "not supported: a matrix of %s by %s".formatted(rows, columns));
    }
    return MatlabValue.filled((int) Math.max(0, rows), (int) Math.max(0, columns), value);
  }

  private static MatlabValue size(MatlabValue of, List<MatlabValue> arguments) {
    if (arguments.size() == 1) {
      return MatlabValue.of(new double[][] {{of.rowCount(), of.columnCount()}});
    }
    double dimension = arguments.get(1).asScalar();
    return MatlabValue.scalar(
        dimension == 1 ? of.rowCount() : dimension == 2 ? of.columnCount() : 1);
  }

  /** The operator, refusing results that MATLAB would give as complex numbers. */
  private static DoubleUnaryOperator real(String function, DoubleUnaryOperator operator) {
    return a -> real(function, operator.applyAsDouble(a), Double.isNaN(a));
  }

  private static DoubleBinaryOperator real(String function, DoubleBinaryOperator operator) {
    return (a, b) ->
        real(function, operator.applyAsDouble(a, b), Double.isNaN(a) || Double.isNaN(b));
  }

  static double real(String function, double result, boolean isNaN) {
    if (Double.isNaN(result) && !isNaN) {
      throw new IllegalArgumentException(
          "not supported: '" + function + "' where its result is no real number");
    }
    return result;
  }
}
