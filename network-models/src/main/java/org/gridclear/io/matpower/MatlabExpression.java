package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import org.gridclear.io.matpower.MatlabTokens.Kind;
import org.gridclear.io.matpower.MatlabTokens.SyntaxError;
import org.gridclear.io.matpower.MatlabTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of case files over the variables known so far, with MATLAB's
 * precedence: {@code || && | & comparison : + - * / unary ^}.
 */
final class MatlabExpression {
  private static final int DEPTH_MAX = 200;
  private static final List<List<String>> LOGIC =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("&"),
          List.of("==", "~=", "<", "<=", ">", ">="));

  private static final List<String> PRODUCTS = List.of("*", "/", ".*", "./");

  private final MatlabTokens.Cursor tokens;
  private final Map<String, MatlabValue> variables;
  private int depth;

  MatlabExpression(MatlabTokens.Cursor tokens, Map<String, MatlabValue> variables) {
    this.tokens = tokens;
    this.variables = variables;
  }

  /** The value of the expression that starts here. */
  MatlabValue value() {
    return logic(0, false);
  }

  /** Runs an operation; what it cannot do is an error of that line. */
  static MatlabValue guarded(Token where, Supplier<MatlabValue> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new SyntaxError(where.line(), String.valueOf(e.getMessage()));
    }
  }

  private MatlabValue logic(int level, boolean inBrackets) {
    if (level == LOGIC.size()) {
      return range(inBrackets);
    }
    if (++depth > DEPTH_MAX) {
      throw new SyntaxError(tokens.peek().line(), "not supported: nesting as deep as here");
    }
    MatlabValue value = logic(level + 1, inBrackets);
    while (tokens.peek().kind() == Kind.SYMBOL && LOGIC.get(level).contains(tokens.peek().text())) {
      if (inBrackets && tokens.peek().spaceBefore() && !tokens.peek(1).spaceBefore()) {
        break;
      }
      Token operator = tokens.next();
      MatlabValue left = value;
      MatlabValue right = logic(level + 1, inBrackets);
      value = guarded(operator, () -> left.combine(right, logical(operator.text())).asLogical());
    }
    depth--;
    return value;
  }

  private static DoubleBinaryOperator logical(String symbol) {
    return switch (symbol) {
      case "||", "|" -> (a, b) -> a != 0 || b != 0 ? 1 : 0;
      case "&&", "&" -> (a, b) -> a != 0 && b != 0 ? 1 : 0;
      case "==" -> (a, b) -> a == b ? 1 : 0;
      case "~=" -> (a, b) -> a != b ? 1 : 0;
      case "<" -> (a, b) -> a < b ? 1 : 0;
      case "<=" -> (a, b) -> a <= b ? 1 : 0;
      case ">" -> (a, b) -> a > b ? 1 : 0;
      default -> (a, b) -> a >= b ? 1 : 0;
    };
  }

  private MatlabValue range(boolean inBrackets) {
    MatlabValue first = sum(inBrackets);
    if (!tokens.peek().is(":")) {
      return first;
    }
    Token colon = tokens.next();
    MatlabValue second = sum(inBrackets);
    boolean stepped = tokens.take(":");
    MatlabValue last = stepped ? sum(inBrackets) : second;
    return guarded(
        colon,
        () ->
            MatlabValue.range(first.asScalar(), stepped ? second.asScalar() : 1, last.asScalar()));
  }

  private MatlabValue sum(boolean inBrackets) {
    MatlabValue value = product(inBrackets);
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      if (inBrackets && tokens.peek().spaceBefore() && !tokens.peek(1).spaceBefore()) {
        break;
      }
      Token operator = tokens.next();
      MatlabValue left = value;
      MatlabValue right = product(inBrackets);
      double sign = operator.is("+") ? 1 : -1;
      value = guarded(operator, () -> left.combine(right, (a, b) -> a + sign * b));
    }
    return value;
  }

  private MatlabValue product(boolean inBrackets) {
    MatlabValue value = unary(inBrackets);
    while (tokens.peek().kind() == Kind.SYMBOL && PRODUCTS.contains(tokens.peek().text())) {
      Token operator = tokens.next();
      MatlabValue left = value;
      MatlabValue right = unary(inBrackets);
      boolean times = operator.is("*") || operator.is(".*");
      boolean whole = !operator.text().startsWith(".");
      if (whole && !right.isScalar() && !(times && left.isScalar())) {
        throw new SyntaxError(
            operator.line(), "not supported: '%s' of two matrices".formatted(operator.text()));
      }
      value = guarded(operator, () -> left.combine(right, (a, b) -> times ? a * b : a / b));
    }
    return value;
  }

  private MatlabValue unary(boolean inBrackets) {
    Token sign = tokens.peek();
    if (tokens.take("-")) {
      MatlabValue value = unary(inBrackets);
      return guarded(sign, () -> value.map(a -> -a));
    }
    if (tokens.take("+")) {
      return unary(inBrackets);
    }
    if (tokens.take("~")) {
      MatlabValue value = unary(inBrackets);
      return guarded(sign, () -> value.test(a -> a == 0));
    }
    return power();
  }

  private MatlabValue power() {
    MatlabValue value = primary();
    while (true) {
      Token operator = tokens.peek();
      MatlabValue left = value;
      if (operator.is("^") || operator.is(".^")) {
        tokens.next();
        MatlabValue right = exponent();
        if (operator.is("^") && !(left.isScalar() && right.isScalar())) {
          throw new SyntaxError(operator.line(), "not supported: '^' of a matrix");
        }
        value = guarded(operator, () -> MatlabFunctions.call("power", List.of(left, right)));
      } else if ((operator.is("'") || operator.is(".'")) && !operator.spaceBefore()) {
        tokens.next();
        value = left.transposed();
      } else {
        return value;
      }
    }
  }

  private MatlabValue exponent() {
    if (tokens.take("-")) {
      return exponent().map(a -> -a);
    }
    return tokens.take("+") ? exponent() : primary();
  }

  private MatlabValue primary() {
    Token token = tokens.next();
    switch (token.kind()) {
      case NUMBER:
        return MatlabValue.scalar(token.number());
      case TEXT:
        return MatlabValue.text(token.text());
      case NAME:
        return reference(token);
      default:
        break;
    }
    if (token.is("(")) {
      MatlabValue value = logic(0, false);
      tokens.expect(")");
      return value;
    }
    if (token.is("[")) {
      return matrix(token, "]");
    }
    if (token.is("{")) {
      return matrix(token, "}");
    }
    if (token.is("@")) {
      throw new SyntaxError(token.line(), "not supported: functions as values ('@')");
    }
    throw new SyntaxError(token.line(), "'" + token.text().strip() + "' is not expected here");
  }

  private MatlabValue reference(Token token) {
    String name = tokens.fieldName(token);
    MatlabValue value = variables.get(name);
    if (value != null) {
      return indexed(token, name, value);
    }
    switch (name) {
      case "Inf", "inf":
        return MatlabValue.scalar(Double.POSITIVE_INFINITY);
      case "NaN", "nan":
        return MatlabValue.scalar(Double.NaN);
      case "pi":
        return MatlabValue.scalar(Math.PI);
      default:
        break;
    }
    boolean called = tokens.peek().is("(");
    if (called || MatlabFunctions.has(name)) {
      List<MatlabValue> arguments = tokens.take("(") ? arguments(name) : List.of();
      return guarded(token, () -> MatlabFunctions.call(name, arguments));
    }
    String constant =
        name.matches("[A-Z][A-Z0-9_]*") ? " (define_constants defines MATPOWER's columns)" : "";
    throw new SyntaxError(token.line(), "'" + name + "' is not defined" + constant);
  }

  private MatlabValue indexed(Token token, String name, MatlabValue value) {
    if (tokens.peek().is("{") && !tokens.peek().spaceBefore()) {
      throw new SyntaxError(token.line(), "not supported: an element of a cell array");
    }
    if (tokens.peek().is("(") && !tokens.peek().spaceBefore()) {
      tokens.next();
      List<MatlabValue> indices = arguments(name);
      return guarded(token, () -> value.select(indices));
    }
    return value;
  }

  /** The arguments of a call or an index up to its bracket; a null is {@code :} alone. */
  List<MatlabValue> arguments(String name) {
    List<MatlabValue> arguments = new ArrayList<>();
    MatlabValue outer = variables.get(END);
    while (!tokens.peek().is(")")) {
      if (tokens.peek().is(":") && (tokens.peek(1).is(",") || tokens.peek(1).is(")"))) {
        tokens.next();
        arguments.add(null);
      } else {
        end(variables.get(name), arguments.size());
        arguments.add(logic(0, false));
      }
      if (!tokens.peek().is(")")) {
        tokens.expect(",");
      }
    }
    tokens.expect(")");
    variables.remove(END);
    if (outer != null) {
      variables.put(END, outer);
    }
    return arguments;
  }

  private static final String END = "end";

  /** What {@code end} means as index number {@code place}: the last row, column or element. */
  private void end(@Nullable MatlabValue target, int place) {
    variables.remove(END);
    if (target == null) {
      return;
    }
    boolean only = place == 0 && tokens.onlyArgument();
    variables.put(
        END,
        MatlabValue.scalar(
            only ? target.count() : place == 0 ? target.rowCount() : target.columnCount()));
  }

  /** The rows of a matrix or cell array, up to the closing bracket. */
  private MatlabValue matrix(Token open, String close) {
    List<List<MatlabValue>> rows = new ArrayList<>();
    List<MatlabValue> row = new ArrayList<>();
    while (!tokens.peek().is(close)) {
      if (tokens.atEnd()) {
        throw new SyntaxError(open.line(), "the bracket that opens here is not closed");
      }
      if (tokens.peek().is(";") || tokens.peek().kind() == Kind.END_OF_STATEMENT) {
        tokens.next();
        rows.add(row);
        row = new ArrayList<>();
      } else if (tokens.peek().kind() == Kind.NUMBER_ROW) {
        row.add(MatlabValue.of(new double[][] {tokens.next().row()}));
      } else if (!tokens.take(",")) {
        row.add(logic(0, true));
      }
    }
    tokens.next();
    rows.add(row);
    rows.removeIf(List::isEmpty);
    return guarded(open, () -> MatlabValue.stack(rows));
  }
}
