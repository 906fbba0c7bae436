package org.gridclear.io;

import java.util.ArrayList;
import java.util.List;

/** Splits MATLAB text into tokens; knows comments, continuations, quotes and matrix spacing. */
final class MatlabTokens {
  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    TEXT,
    SYMBOL,
    END_OF_STATEMENT
  }

  /**
   * One token.
   *
   * @param spaceBefore whether blank space comes before it; it separates items inside brackets
   */
  record Token(Kind kind, String text, double number, int line, boolean spaceBefore) {
    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }
  }

  /** Text that cannot be split into tokens. */
  static final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxError(int line, String message) {
      super("line " + line + ": " + message);
    }
  }

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int depth;

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
      if (c == '%') {
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
      } else {
        token(c, space);
        space = false;
      }
    }
    if (depth > 0) {
      throw new SyntaxError(line, "a bracket is not closed; the file seems cut off");
    }
    add(Kind.END_OF_STATEMENT, "\n", 0, false);
  }

  private void skipLine() {
    while (at < source.length() && source.charAt(at) != '\n') {
      at++;
    }
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
        || last.is("'");
  }

  private void number(boolean space) {
    int start = at;
    while (at < source.length()
        && (Character.isDigit(source.charAt(at)) || source.charAt(at) == '.')) {
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
      add(Kind.NUMBER, text, Double.parseDouble(text), space);
    } catch (NumberFormatException e) {
      throw new SyntaxError(line, "'" + text + "' is not a number");
    }
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
    if (List.of(".*", "./", ".^", "==", "~=", "<=", ">=", "&&", "||", ".'").contains(two)) {
      add(Kind.SYMBOL, two, 0, space);
      at += 2;
      return;
    }
    if ("[{(".indexOf(c) >= 0) {
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
    tokens.add(new Token(kind, text, number, line, space));
  }
}
