package org.gridclear.settlement.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.formula.Instruction.Code;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Turns formulas into steps, equal parts once. Units are checked, decimals aligned, and every step
 * is proved to stay within 62 bits.
 */
public final class FormulaCompiler {
  private static final int DECIMALS_MAX = 12;
  private static final int PEAK_DECIMALS = 4;
  private static final int DAYS_MAX = 31;

  private final int intervals;
  private final ToIntFunction<Expr> peaks;
  private final List<Instruction> ops = new ArrayList<>();
  private final Map<Instruction, Integer> known = new HashMap<>();

  /**
   * An empty program for days of {@code intervals} intervals.
   *
   * @param peaks number of the state of a value whose greatest of the month is asked for; throws
   *     {@link FormulaException} where that cannot be asked
   */
  public FormulaCompiler(int intervals, ToIntFunction<Expr> peaks) {
    this.intervals = intervals;
    this.peaks = peaks;
  }

  /** The steps so far, with vectors assigned. */
  public Program program() {
    return Program.of(ops);
  }

  /** Adds the steps of a formula. */
  public Value compile(Expr expr, Names names) {
    if (expr instanceof Expr.Literal literal) {
      return literal(literal.text(), Unit.ONE);
    }
    if (expr instanceof Expr.Name name) {
      return names
          .find(name.name(), this)
          .orElseThrow(
              () -> new FormulaException("'%s' means nothing here".formatted(name.name())));
    }
    if (expr instanceof Expr.Negate negate) {
      Value a = compile(negate.a(), names);
      return add(
          Instruction.of(Code.NEGATE, a.step()),
          a.unit(),
          a.decimals(),
          a.range().negated(),
          a.daily());
    }
    if (expr instanceof Expr.Binary binary) {
      Value a = compile(binary.a(), names);
      Value b = compile(binary.b(), names);
      return binary.operator() == '*' ? product(a, b) : sum(binary.operator(), a, b);
    }
    if (expr instanceof Expr.Choose choose) {
      return choice(choose, names);
    }
    return call((Expr.Call) expr, names);
  }

  /** A number with a unit; a plain 0 fits every unit. */
  public Value literal(String text, Unit unit) {
    return literal(text, unit, 0);
  }

  /**
   * A number with a unit; a plain 0 fits every unit.
   *
   * @param least decimals that it has at least, so that another number in its place has as many
   */
  public Value literal(String text, Unit unit, int least) {
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    int decimals = Math.max(least, value.scale());
    if (decimals > DECIMALS_MAX || value.precision() - value.scale() > 18) {
      throw new FormulaException(
          "the number %s has more than 18 digits or %d decimals".formatted(text, DECIMALS_MAX));
    }
    long whole = value.setScale(decimals).unscaledValue().longValueExact();
    Unit known = value.signum() == 0 && unit.equals(Unit.ONE) ? null : unit;
    return add(
        new Instruction(Code.CONSTANT, -1, -1, -1, whole), known, decimals, Range.of(whole), true);
  }

  /** A column of the rows. */
  public Value load(int column, Unit unit, int decimals, long bound, boolean daily) {
    return add(
        new Instruction(Code.LOAD, -1, -1, -1, column), unit, decimals, Range.within(bound), daily);
  }

  /** The value rounded to fewer decimals, or unchanged. */
  public Value rounded(Value a, int decimals) {
    if (a.decimals() <= decimals) {
      return scaled(a, decimals);
    }
    int dropped = a.decimals() - decimals;
    return add(
        new Instruction(Code.ROUND, a.step(), -1, -1, dropped),
        a.unit(),
        decimals,
        a.range().over(FixedPoint.pow10(dropped)),
        a.daily());
  }

  /** Lines of 0.001 whose sum over the day, or over the month, is rounded once. */
  public Value carried(Value a, int state, int days) {
    int dropped = Math.max(0, a.decimals() - FixedPoint.YUAN_DECIMALS);
    Value exact = scaled(a, FixedPoint.YUAN_DECIMALS + dropped);
    Range lines = exact.range().times((long) intervals * days);
    check(lines, "the sum that is rounded at the end of the period");
    Code code = state < 0 ? Code.CARRY_DAY : Code.CARRY_MONTH;
    return add(
        new Instruction(code, exact.step(), state, -1, dropped),
        a.unit(),
        FixedPoint.YUAN_DECIMALS,
        exact.range().over(FixedPoint.pow10(dropped)),
        false);
  }

  /** A side effect: line and quantity of an output. */
  public void emit(int output, Value line, @Nullable Value quantity) {
    ops.add(
        new Instruction(
            Code.EMIT, line.step(), quantity == null ? -1 : quantity.step(), -1, output));
  }

  private Value sum(char operator, Value a, Value b) {
    Pair pair = aligned(a, b, operator == '+' ? "added to" : "subtracted from");
    Code code = operator == '+' ? Code.ADD : Code.SUBTRACT;
    Range right = operator == '+' ? pair.b.range() : pair.b.range().negated();
    return add(pair, code, pair.a.range().plus(right));
  }

  private Value product(Value a, Value b) {
    Unit unit = a.unit() == null || b.unit() == null ? null : a.unit().times(b.unit());
    return add(
        Instruction.of(Code.MULTIPLY, a.step(), b.step()),
        unit,
        a.decimals() + b.decimals(),
        a.range().times(b.range()),
        a.daily() && b.daily());
  }

  private Value choice(Expr.Choose choose, Names names) {
    Value left = compile(choose.left(), names);
    Value right = compile(choose.right(), names);
    Pair sides = aligned(left, right, "compared with");
    boolean swap = choose.comparison().startsWith(">");
    Code code =
        switch (choose.comparison()) {
          case "<", ">" -> Code.LESS;
          case "<=", ">=" -> Code.LESS_EQUAL;
          default -> Code.EQUAL;
        };
    Value first = swap ? sides.b : sides.a;
    Value second = swap ? sides.a : sides.b;
    boolean daily = left.daily() && right.daily();
    Value mask =
        add(Instruction.of(code, first.step(), second.step()), Unit.ONE, 0, Range.within(1), daily);
    Pair arms =
        aligned(compile(choose.then(), names), compile(choose.otherwise(), names), "chosen beside");
    return add(
        new Instruction(Code.SELECT, mask.step(), arms.a.step(), arms.b.step(), 0),
        arms.unit,
        arms.a.decimals(),
        arms.a.range().either(arms.b.range()),
        daily && arms.a.daily() && arms.b.daily());
  }

  private Value call(Expr.Call call, Names names) {
    List<Value> values = new ArrayList<>();
    boolean lastIsNumber = call.function().equals("divide") || call.function().equals("round");
    int evaluated = call.arguments().size() - (lastIsNumber ? 1 : 0);
    for (int i = 0; i < evaluated; i++) {
      values.add(compile(call.arguments().get(i), names));
    }
    return switch (call.function()) {
      case "min", "max" -> extreme(call, values);
      case "abs" -> absolute(one(call, values));
      case "sum" -> overDay(one(call, values));
      case "begins" -> begins(one(call, values));
      case Expr.Call.PEAK -> peak(one(call, values), peaks.applyAsInt(call));
      case Expr.Call.TOTAL -> total(one(call, values), peaks.applyAsInt(call));
      case "round" -> rounded(one(call, values), decimals(call));
      case "divide" -> quotient(call, values);
      case "energyCost" -> ofOffer(OfferFunction.ENERGY_COST, one(call, values));
      case "marginalCost" -> ofOffer(OfferFunction.MARGINAL_COST, one(call, values));
      case "economicMw" -> ofOffer(OfferFunction.ECONOMIC_MW, one(call, values));
      default ->
          throw new FormulaException(
              "'%s' is no function; there are min, max, abs, sum, begins, maxOfMonth, sumOfMonth, round, divide, if, energyCost, marginalCost, economicMw"
                  .formatted(call.function()));
    };
  }

  private Value absolute(Value a) {
    return add(
        Instruction.of(Code.ABSOLUTE, a.step()),
        a.unit(),
        a.decimals(),
        a.range().absolute(),
        a.daily());
  }

  private Value overDay(Value a) {
    return add(
        Instruction.of(Code.SUM, a.step()),
        a.unit(),
        a.decimals(),
        a.range().times(intervals),
        true);
  }

  /** With 4 decimals on every day, whatever parameters have: the state is one number of a month. */
  private Value peak(Value a, int state) {
    Value in = rounded(a, PEAK_DECIMALS);
    return add(
        new Instruction(Code.PEAK_MONTH, in.step(), state, -1, 0),
        in.unit(),
        PEAK_DECIMALS,
        in.range(),
        true);
  }

  private Value total(Value a, int state) {
    Value in = rounded(a, PEAK_DECIMALS);
    return add(
        new Instruction(Code.TOTAL_MONTH, in.step(), state, -1, 0),
        in.unit(),
        PEAK_DECIMALS,
        in.range().times((long) DAYS_MAX * intervals),
        true);
  }

  private Value begins(Value a) {
    return add(
        Instruction.of(Code.BEGINS, a.step()), Unit.ONE, 0, Range.of(0).either(Range.of(1)), false);
  }

  /** What an offer can be asked: argument, result, and the greatest result. */
  private enum OfferFunction {
    ENERGY_COST(Code.ENERGY_COST, Unit.MW, 4, Unit.YUAN_PER_H, 3, costBound()),
    MARGINAL_COST(Code.MARGINAL_COST, Unit.MW, 4, Unit.YUAN_PER_MWH, 3, Measure.PRICE.bound()),
    ECONOMIC_MW(Code.ECONOMIC_MW, Unit.YUAN_PER_MWH, 3, Unit.MW, 4, Measure.MW.bound());

    private final Code code;
    private final Unit wanted;
    private final int decimalsIn;
    private final Unit unit;
    private final int decimals;
    private final long bound;

    private static long costBound() {
      return Measure.PRICE.bound() * (Measure.MW.bound() / FixedPoint.pow10(Measure.MW.decimals()));
    }

    OfferFunction(Code code, Unit wanted, int decimalsIn, Unit unit, int decimals, long bound) {
      this.code = code;
      this.wanted = wanted;
      this.decimalsIn = decimalsIn;
      this.unit = unit;
      this.decimals = decimals;
      this.bound = bound;
    }
  }

  private Value extreme(Expr.Call call, List<Value> values) {
    boolean least = call.function().equals("min");
    Value result = values.get(0);
    for (Value next : values.subList(1, values.size())) {
      Pair pair = aligned(result, next, "compared with");
      Range range =
          least ? pair.a.range().least(pair.b.range()) : pair.a.range().greatest(pair.b.range());
      result = add(pair, least ? Code.MINIMUM : Code.MAXIMUM, range);
    }
    return result;
  }

  /** Rounded once: digits of the numerator that are too many go into the denominator. */
  private Value quotient(Expr.Call call, List<Value> values) {
    if (values.size() != 2) {
      throw new FormulaException("divide takes a, b and a number of decimals");
    }
    Value a = values.get(0);
    int decimals = decimals(call);
    int given = values.get(1).decimals();
    Value b = scaled(values.get(1), Math.max(given, a.decimals() - decimals));
    int power = decimals + b.decimals() - a.decimals();
    Range numerator = a.range().times(FixedPoint.pow10(power));
    check(numerator, "the numerator of divide");
    Range greatest = numerator.over(FixedPoint.pow10(b.decimals() - given));
    Unit unit = a.unit() == null || b.unit() == null ? null : a.unit().over(b.unit());
    return add(
        new Instruction(Code.DIVIDE, a.step(), b.step(), -1, power),
        unit,
        decimals,
        greatest.either(greatest.negated()),
        a.daily() && b.daily());
  }

  private Value ofOffer(OfferFunction function, Value a) {
    if (a.unit() != null && !a.unit().equals(function.wanted)) {
      throw new FormulaException("%s is needed, not %s".formatted(function.wanted, a.unit()));
    }
    Value in = rounded(a, function.decimalsIn);
    return add(
        Instruction.of(function.code, in.step()),
        function.unit,
        function.decimals,
        Range.within(function.bound),
        a.daily());
  }

  private static Value one(Expr.Call call, List<Value> values) {
    if (values.size() != 1) {
      throw new FormulaException("'%s' takes one value".formatted(call.function()));
    }
    return values.get(0);
  }

  private static int decimals(Expr.Call call) {
    Expr last = call.arguments().get(call.arguments().size() - 1);
    if (last instanceof Expr.Literal literal && literal.text().matches("\\d|1[0-2]")) {
      return Integer.parseInt(literal.text());
    }
    throw new FormulaException(
        "the last argument of %s is a number of decimals, 0 to 12".formatted(call.function()));
  }

  private record Pair(Value a, Value b, @Nullable Unit unit) {}

  private Pair aligned(Value a, Value b, String verb) {
    if (a.unit() != null && b.unit() != null && !a.unit().equals(b.unit())) {
      throw new FormulaException("%s cannot be %s %s".formatted(b.unit(), verb, a.unit()));
    }
    int decimals = Math.max(a.decimals(), b.decimals());
    Unit unit = Objects.requireNonNullElse(a.unit(), b.unit() == null ? Unit.ONE : b.unit());
    Unit shared = a.unit() == null && b.unit() == null ? null : unit;
    return new Pair(scaled(a, decimals), scaled(b, decimals), shared);
  }

  private Value scaled(Value a, int decimals) {
    int added = decimals - a.decimals();
    if (added == 0) {
      return a;
    }
    return add(
        new Instruction(Code.SCALE, a.step(), -1, -1, added),
        a.unit(),
        decimals,
        a.range().times(FixedPoint.pow10(added)),
        a.daily());
  }

  private Value add(Pair pair, Code code, Range range) {
    return add(
        Instruction.of(code, pair.a.step(), pair.b.step()),
        pair.unit,
        pair.a.decimals(),
        range,
        pair.a.daily() && pair.b.daily());
  }

  private Value add(Instruction op, @Nullable Unit unit, int decimals, Range range, boolean daily) {
    check(range, op.code().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    Integer step = known.get(op);
    if (step == null) {
      step = ops.size();
      ops.add(op);
      known.put(op, step);
    }
    return new Value(step, unit, decimals, range, daily);
  }

  private static void check(Range range, String what) {
    if (!range.fits()) {
      throw new FormulaException(
          "%s could reach %s and overflow; round an operand first, as in round(x, 3)"
              .formatted(what, range.max().max(range.min().abs())));
    }
  }
}
