package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits MATLAB text into tokens; knows comments, continuations, quotes and matrix spacing. */
final class MatlabTokens {
  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    TEXT,
    SYMBOL,
    NUMBER_ROW,
    END_OF_STATEMENT
  }

  /**
   * One token.
   *
   * @param spaceBefore whether blank space comes before it; it separates items inside brackets
   * @param row the numbers of a row of numbers; null of anything else
   */
  record Token(
      Kind kind,
      String text,
      double number,
      int line,
      boolean spaceBefore,
      double @Nullable [] row) {
    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether it is one of these symbols of one character. */
    boolean isOneOf(String symbols) {
      return kind == Kind.SYMBOL && text.length() == 1 && symbols.contains(text);
    }
  }

  /** Text that cannot be split into tokens. */
  static final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxError(int line, String message) {
      super("line " + line + ": " + message);
    }
  }

  /** A place in a list of tokens. */
  static final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
      this.tokens = tokens;
    }

    Token peek() {
      return peek(0);
    }

    /** The token {@code ahead} of this one; past the end, the last. */
    Token peek(int ahead) {
      return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
      Token token = peek();
      at++;
      return token;
    }

    boolean atEnd() {
      return at >= tokens.size() - 1;
    }

    boolean take(String symbol) {
      if (peek().is(symbol)) {
        at++;
        return true;
      }
      return false;
    }

    void expect(String symbol) {
      if (!take(symbol)) {
        throw new SyntaxError(
            peek().line(), "expected '" + symbol + "' but found '" + peek().text().strip() + "'");
      }
    }

    /** The name that starts with the given token and goes on with {@code .field}. */
    String fieldName(Token first) {
      StringBuilder name = new StringBuilder(first.text());
      while (peek().is(".") && !peek().spaceBefore()) {
        at++;
        if (peek().kind() != Kind.NAME) {
          throw new SyntaxError(first.line(), "not supported: a field whose name is computed");
        }
        name.append('.').append(next().text());
      }
      return name.toString();
    }

    /** Whether no comma stands before the bracket that closes here. */
    boolean onlyArgument() {
      int depth = 0;
      for (int k = at; k < tokens.size(); k++) {
        Token token = tokens.get(k);
        if (depth == 0 && (token.is(",") || token.is(")"))) {
          return token.is(")");
        }
        depth += token.isOneOf("([{") ? 1 : token.isOneOf(")]}") ? -1 : 0;
      }
      return true;
    }
  }

  private static final List<String> TWO =
      List.of(".*", "./", ".^", "==", "~=", "<=", ">=", "&&", "||", ".'");

  /** Digits of a number that every int can hold. */
  private static final int INT_DIGITS = 9;

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int depth;

  /** The brackets that are open; more than as many as {@link #depth} count for nothing. */
  private final StringBuilder open = new StringBuilder();

  private MatlabTokens(String source) {
    this.source = source;
  }

  static List<Token> of(String source) {
    MatlabTokens scanner = new MatlabTokens(source);
    scanner.scan();
    return scanner.tokens;
  }

  private void scan() {
    boolean space = false;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '%' && blockMark("%{")) {
        skipBlock();
      } else if (c == '%') {
        skipLine();
      } else if (c == '.' && source.startsWith("...", at)) {
        skipLine();
        at = Math.min(source.length(), at + 1);
        line++;
        space = true;
      } else if (c == '\n') {
        add(Kind.END_OF_STATEMENT, "\n", 0, space);
        line++;
        at++;
        space = false;
      } else if (Character.isWhitespace(c)) {
        at++;
        space = true;
      } else if (!beginsRow() || !numberRow(space)) {
        token(c, space);
        space = false;
      }
    }
    if (depth > 0) {
      throw new SyntaxError(line, "a bracket is not closed; the file seems cut off");
    }
    add(Kind.END_OF_STATEMENT, "\n", 0, false);
  }

  /** Whether a mark such as {@code %{} stands here, alone on its line. */
  private boolean blockMark(String mark) {
    int start = source.lastIndexOf('\n', at - 1) + 1;
    int stop = source.indexOf('\n', at);
    return source.substring(start, stop < 0 ? source.length() : stop).strip().equals(mark);
  }

  /** Goes past a block comment; blocks within it count. */
  private void skipBlock() {
    int first = line;
    int blocks = 0;
    while (at < source.length()) {
      blocks += blockMark("%{") ? 1 : blockMark("%}") ? -1 : 0;
      skipLine();
      if (blocks == 0) {
        return;
      }
      at++;
      line++;
    }
    throw new SyntaxError(first, "the block comment that opens here is not closed");
  }

  private void skipLine() {
    while (at < source.length() && source.charAt(at) != '\n') {
      at++;
    }
  }

  /** Whether a row of a matrix begins here. */
  private boolean beginsRow() {
    if (depth == 0 || open.charAt(depth - 1) != '[') {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.kind() == Kind.END_OF_STATEMENT || last.is(";") || last.is("[");
  }

  private boolean numberRow(boolean space) {
    NumberRow row = NumberRow.at(source, at);
    if (row != null) {
      tokens.add(new Token(Kind.NUMBER_ROW, "", 0, line, space, row.numbers()));
      at = row.end();
    }
    return row != null;
  }

  private void token(char c, boolean space) {
    if (Character.isDigit(c)
        || (c == '.' && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1)))) {
      number(space);
    } else if (Character.isLetter(c) || c == '_') {
      int start = at;
      while (at < source.length()
          && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
        at++;
      }
      add(Kind.NAME, source.substring(start, at), 0, space);
    } else if (c == '"' || (c == '\'' && !transposes(space))) {
      text(c, space);
    } else {
      symbol(c, space);
    }
  }

  /** A quote right after a value is a transpose. */
  private boolean transposes(boolean space) {
    if (space || tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.kind() == Kind.NUMBER
        || last.kind() == Kind.NAME
        || last.is(")")
        || last.is("]")
        || last.is("}")
        || last.is("'");
  }

  /** Whether a point begins an operator or a continuation: {@code 1./x} divides one by x. */
  private boolean dotOperates() {
    return source.startsWith("...", at)
        || (at + 1 < source.length() && "*/^'".indexOf(source.charAt(at + 1)) >= 0);
  }

  private void number(boolean space) {
    int start = at;
    while (at < source.length()
        && (Character.isDigit(source.charAt(at)) || (source.charAt(at) == '.' && !dotOperates()))) {
      at++;
    }
    if (at < source.length() && "eEdD".indexOf(source.charAt(at)) >= 0) {
      int mark = at++;
      if (at < source.length() && "+-".indexOf(source.charAt(at)) >= 0) {
        at++;
      }
      if (at >= source.length() || !Character.isDigit(source.charAt(at))) {
        at = mark;
      }
      while (at < source.length() && Character.isDigit(source.charAt(at))) {
        at++;
      }
    }
    String text = source.substring(start, at).replace('d', 'e').replace('D', 'e');
    try {
      add(
          Kind.NUMBER,
          text,
          isInt(text) ? Integer.parseInt(text) : Double.parseDouble(text),
          space);
    } catch (NumberFormatException e) {
      throw new SyntaxError(line, "'" + text + "' is not a number");
    }
  }

  private static boolean isInt(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits == text.length() && digits <= INT_DIGITS;
  }

  private void text(char quote, boolean space) {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < source.length() && source.charAt(at) != '\n') {
      char c = source.charAt(at++);
      if (c == quote) {
        if (at < source.length() && source.charAt(at) == quote) {
          at++;
        } else {
          add(Kind.TEXT, text.toString(), 0, space);
          return;
        }
      }
      text.append(c);
    }
    throw new SyntaxError(line, "a quote is not closed");
  }

  private void symbol(char c, boolean space) {
    String two = source.substring(at, Math.min(at + 2, source.length()));
    if (TWO.contains(two)) {
      add(Kind.SYMBOL, two, 0, space);
      at += 2;
      return;
    }
    if ("[{(".indexOf(c) >= 0) {
      open.setLength(depth);
      open.append(c);
      depth++;
    } else if ("]})".indexOf(c) >= 0) {
      depth = Math.max(0, depth - 1);
    } else if ("+-*/^=,;:'.<>~&|@".indexOf(c) < 0) {
      throw new SyntaxError(line, "the character '" + c + "' has no meaning here");
    }
    add(Kind.SYMBOL, String.valueOf(c), 0, space);
    at++;
  }

  private void add(Kind kind, String text, double number, boolean space) {
    tokens.add(new Token(kind, text, number, line, space, null));
  }
}
