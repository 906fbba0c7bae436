package org.gridclear.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.io.MatlabTokens.Kind;
import org.gridclear.io.MatlabTokens.SyntaxError;
import org.gridclear.io.MatlabTokens.Token;

/**
 * Runs the part of MATLAB that case files are written in: assignments of scalars, matrices, cell
 * arrays and texts, arithmetic on them, indexing with numbers, lists and {@code :}, and the named
 * column constants of MATPOWER. Anything else is an error that names the line.
 */
final class MatlabProgram {
  private final List<Token> tokens;
  private final Map<String, MatlabValue> variables = new HashMap<>();
  private int at;

  private MatlabProgram(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Runs a source text; returns the variables by name, fields as {@code struct.field}. */
  static Map<String, MatlabValue> run(String source) {
    MatlabProgram program = new MatlabProgram(MatlabTokens.of(source));
    while (program.at < program.tokens.size()) {
      program.statement();
    }
    return program.variables;
  }

  private Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private boolean take(String symbol) {
    if (peek().is(symbol)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String symbol) {
    if (!take(symbol)) {
      throw new SyntaxError(
          peek().line(), "expected '" + symbol + "' but found '" + peek().text().strip() + "'");
    }
  }

  private void statement() {
    Token first = peek();
    if (first.kind() == Kind.END_OF_STATEMENT || first.is(";") || first.is(",")) {
      at++;
      return;
    }
    if (first.kind() == Kind.NAME && first.text().equals("function")) {
      while (peek().kind() != Kind.END_OF_STATEMENT) {
        at++;
      }
      return;
    }
    if (first.is("[")) {
      outputs();
    } else if (first.kind() == Kind.NAME) {
      named(first);
    } else {
      throw new SyntaxError(first.line(), "a statement cannot start with '" + first.text() + "'");
    }
    Token end = peek();
    if (end.kind() != Kind.END_OF_STATEMENT && !end.is(";") && !end.is(",")) {
      throw new SyntaxError(end.line(), "'" + end.text() + "' is not expected here");
    }
  }

  /** {@code [A, B] = idx_bus;} gives the column constants their names. */
  private void outputs() {
    List<String> names = new ArrayList<>();
    expect("[");
    while (!peek().is("]")) {
      Token token = tokens.get(at++);
      if (token.kind() == Kind.NAME) {
        names.add(token.text());
      } else if (!token.is(",") && token.kind() != Kind.END_OF_STATEMENT) {
        throw new SyntaxError(token.line(), "'" + token.text() + "' is not a name");
      }
    }
    expect("]");
    expect("=");
    Token function = tokens.get(at++);
    List<Integer> columns = MatpowerColumns.outputs(function.text());
    if (columns.isEmpty()) {
      throw new SyntaxError(function.line(), "the function '" + function.text() + "' is unknown");
    }
    for (int k = 0; k < Math.min(names.size(), columns.size()); k++) {
      variables.put(names.get(k), MatlabValue.scalar(columns.get(k)));
    }
  }

  private void named(Token first) {
    at++;
    String name = first.text();
    while (peek().is(".") && !peek().spaceBefore()) {
      at++;
      name += "." + tokens.get(at++).text();
    }
    Token next = peek();
    if (next.kind() == Kind.END_OF_STATEMENT || next.is(";")) {
      if (name.equals("define_constants")) {
        MatpowerColumns.CONSTANTS.forEach((k, v) -> variables.put(k, MatlabValue.scalar(v)));
      } else if (!name.equals("return") && !name.equals("end")) {
        throw new SyntaxError(first.line(), "the statement '" + name + "' is not understood");
      }
      return;
    }
    List<MatlabValue> indices = take("(") ? arguments(name) : null;
    expect("=");
    MatlabValue value = expression(false);
    if (indices == null) {
      variables.put(name, value);
    } else {
      MatlabValue target = variables.getOrDefault(name, MatlabValue.of(new double[0][0]));
      variables.put(name, guarded(first, () -> target.assign(indices, value)));
    }
  }

  private interface Work {
    MatlabValue run();
  }

  private static MatlabValue guarded(Token where, Work work) {
    try {
      return work.run();
    } catch (IllegalArgumentException e) {
      throw new SyntaxError(where.line(), e.getMessage());
    }
  }

  /** The arguments of a call or an index; {@code :} alone means everything. */
  private List<MatlabValue> arguments(String name) {
    List<MatlabValue> arguments = new ArrayList<>();
    while (!peek().is(")")) {
      Token token = peek();
      Token after = tokens.get(Math.min(at + 1, tokens.size() - 1));
      if (token.is(":") && (after.is(",") || after.is(")"))) {
        at++;
        arguments.add(null);
      } else if (token.kind() == Kind.NAME && token.text().equals("end")) {
        at++;
        MatlabValue target = variables.get(name);
        int rows = target == null ? 0 : target.rowCount();
        int columns = target == null ? 0 : target.columnCount();
        boolean vector = arguments.isEmpty() && peek().is(")");
        arguments.add(
            MatlabValue.scalar(
                vector ? Math.max(rows, columns) : arguments.isEmpty() ? rows : columns));
      } else {
        arguments.add(expression(false));
      }
      if (!peek().is(")")) {
        expect(",");
      }
    }
    expect(")");
    return arguments;
  }

  /** A sum, or a range of two sums. */
  private MatlabValue expression(boolean inBrackets) {
    MatlabValue left = sum(inBrackets);
    if (peek().is(":")) {
      Token colon = tokens.get(at++);
      MatlabValue right = sum(inBrackets);
      return guarded(colon, () -> MatlabValue.range(left, right));
    }
    return left;
  }

  private MatlabValue sum(boolean inBrackets) {
    MatlabValue value = product(inBrackets);
    while (peek().is("+") || peek().is("-")) {
      Token operator = peek();
      Token after = tokens.get(at + 1);
      if (inBrackets && operator.spaceBefore() && !after.spaceBefore()) {
        break;
      }
      at++;
      MatlabValue left = value;
      MatlabValue right = product(inBrackets);
      double sign = operator.is("+") ? 1 : -1;
      value = guarded(operator, () -> left.combine(right, (a, b) -> a + sign * b));
    }
    return value;
  }

  private MatlabValue product(boolean inBrackets) {
    MatlabValue value = power(inBrackets);
    while (peek().is("*") || peek().is("/") || peek().is(".*") || peek().is("./")) {
      Token operator = tokens.get(at++);
      MatlabValue left = value;
      MatlabValue right = power(inBrackets);
      boolean times = operator.is("*") || operator.is(".*");
      if (!operator.text().startsWith(".") && !left.isScalar() && !right.isScalar()) {
        throw new SyntaxError(operator.line(), "a product of two matrices is not understood");
      }
      value = guarded(operator, () -> left.combine(right, (a, b) -> times ? a * b : a / b));
    }
    return value;
  }

  private MatlabValue power(boolean inBrackets) {
    if (take("-")) {
      return power(inBrackets).map(a -> -a);
    }
    if (take("+")) {
      return power(inBrackets);
    }
    MatlabValue value = primary();
    while (peek().is("^") || peek().is(".^")) {
      Token operator = tokens.get(at++);
      MatlabValue left = value;
      MatlabValue right = power(inBrackets);
      value = guarded(operator, () -> left.combine(right, Math::pow));
    }
    while (peek().is("'") || peek().is(".'")) {
      at++;
      value = value.transposed();
    }
    return value;
  }

  private MatlabValue primary() {
    Token token = tokens.get(at++);
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
      MatlabValue value = expression(false);
      expect(")");
      return value;
    }
    if (token.is("[")) {
      return matrix(token, "]");
    }
    if (token.is("{")) {
      return matrix(token, "}");
    }
    throw new SyntaxError(token.line(), "'" + token.text().strip() + "' is not expected here");
  }

  private MatlabValue reference(Token token) {
    String name = token.text();
    while (peek().is(".") && !peek().spaceBefore()) {
      at++;
      name += "." + tokens.get(at++).text();
    }
    MatlabValue value = variables.get(name);
    if (value != null) {
      if (peek().is("(") && !peek().spaceBefore()) {
        at++;
        List<MatlabValue> indices = arguments(name);
        MatlabValue target = value;
        return guarded(token, () -> target.select(indices));
      }
      return value;
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
    if (take("(")) {
      List<MatlabValue> arguments = arguments(name);
      String function = name;
      return guarded(token, () -> MatlabValue.call(function, arguments));
    }
    throw new SyntaxError(token.line(), "'" + name + "' is not defined");
  }

  /** The rows of a matrix or cell array, up to the closing bracket. */
  private MatlabValue matrix(Token open, String close) {
    List<List<MatlabValue>> rows = new ArrayList<>();
    List<MatlabValue> row = new ArrayList<>();
    while (!peek().is(close)) {
      if (at >= tokens.size() - 1) {
        throw new SyntaxError(open.line(), "the bracket that opens here is not closed");
      }
      if (peek().is(";") || peek().kind() == Kind.END_OF_STATEMENT) {
        at++;
        if (!row.isEmpty()) {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (!take(",")) {
        row.add(expression(true));
      }
    }
    at++;
    if (!row.isEmpty()) {
      rows.add(row);
    }
    return guarded(open, () -> MatlabValue.stack(rows));
  }
}
