package org.gridclear.settlement.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads formulas: {@code + - *}, parentheses, {@code if(a < b, x, y)}, functions, names, numbers.
 */
public final class FormulaParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[A-Za-z_][A-Za-z_0-9]*|<=|>=|==|[-+*(),<>])");
  private static final int DEPTH_MAX = 100;

  /** Names, numbers and signs of a formula; a sum of so many is as deep a tree. */
  private static final int PARTS_MAX = 2000;

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private int next;
  private int depth;

  private FormulaParser(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.stripTrailing().length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw new FormulaException(
            "at %d of '%s': '%s' is not part of the language"
                .formatted(at + 1, text, text.substring(at).strip()));
      }
      tokens.add(matcher.group(1));
      places.add(matcher.start(1) + 1);
      at = matcher.end();
    }
    if (tokens.size() > PARTS_MAX) {
      throw new FormulaException("the formula has more than %d parts".formatted(PARTS_MAX));
    }
  }

  /**
   * Parses a formula.
   *
   * @throws FormulaException with the place of the first error
   */
  public static Expr parse(String text) {
    FormulaParser parser = new FormulaParser(text);
    Expr expr = parser.sum();
    if (parser.next < parser.tokens.size()) {
      throw parser.error("an operator or the end");
    }
    return expr;
  }

  private void deeper() {
    if (++depth > DEPTH_MAX) {
      throw new FormulaException("the formula nests deeper than %d".formatted(DEPTH_MAX));
    }
  }

  private Expr sum() {
    deeper();
    Expr left = product();
    while (peek("+") || peek("-")) {
      char operator = tokens.get(next++).charAt(0);
      left = new Expr.Binary(operator, left, product());
    }
    depth--;
    return left;
  }

  private Expr product() {
    Expr left = factor();
    while (peek("*")) {
      next++;
      left = new Expr.Binary('*', left, factor());
    }
    return left;
  }

  private Expr factor() {
    if (next == tokens.size()) {
      throw error("a value");
    }
    String token = tokens.get(next);
    if (token.equals("-")) {
      next++;
      deeper();
      Expr negated = new Expr.Negate(factor());
      depth--;
      return negated;
    }
    if (token.equals("(")) {
      next++;
      Expr inner = sum();
      expect(")");
      return inner;
    }
    char first = token.charAt(0);
    if (Character.isDigit(first)) {
      next++;
      return new Expr.Literal(token);
    }
    if (!Character.isLetter(first) && first != '_') {
      throw error("a value");
    }
    next++;
    if (!peek("(")) {
      return new Expr.Name(token);
    }
    return token.equals("if") ? choice() : call(token);
  }

  private Expr choice() {
    expect("(");
    Expr left = sum();
    if (!(peek("<") || peek("<=") || peek(">") || peek(">=") || peek("=="))) {
      throw error("a comparison");
    }
    String comparison = tokens.get(next++);
    Expr right = sum();
    expect(",");
    Expr then = sum();
    expect(",");
    Expr otherwise = sum();
    expect(")");
    return new Expr.Choose(comparison, left, right, then, otherwise);
  }

  private Expr call(String function) {
    expect("(");
    List<Expr> arguments = new ArrayList<>();
    arguments.add(sum());
    while (peek(",")) {
      next++;
      arguments.add(sum());
    }
    expect(")");
    return new Expr.Call(function, List.copyOf(arguments));
  }

  private boolean peek(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }

  private void expect(String token) {
    if (!peek(token)) {
      throw error("'" + token + "'");
    }
    next++;
  }

  private FormulaException error(String wanted) {
    boolean end = next >= tokens.size();
    return new FormulaException(
        "at %d of '%s': %s is expected, not %s"
            .formatted(
                end ? text.length() + 1 : places.get(next),
                text,
                wanted,
                end ? "the end" : "'" + tokens.get(next) + "'"));
  }
}
