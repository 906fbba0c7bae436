package org.gridclear.io.matpower;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of a matrix that is nothing but numbers with or without a sign, as most rows of case files
 * are, read from the text itself. What is written in any other way is left to tokens and
 * expressions.
 */
final class NumberRow {
  /** Digits of a whole number that a double holds exactly, and powers of ten that it does. */
  private static final int DIGITS_MAX = 15;

  private static final double[] POWERS = new double[23];

  static {
    Arrays.setAll(POWERS, k -> Double.parseDouble("1e" + k));
  }

  private final String source;
  private int at;
  private double[] numbers = new double[16];
  private int count;
  private double number;

  private NumberRow(String source, int at) {
    this.source = source;
    this.at = at;
  }

  /**
   * The row that begins at a place.
   *
   * @return null if it is none: then nothing is known of what is there
   */
  static @Nullable NumberRow at(String source, int place) {
    NumberRow row = new NumberRow(source, place);
    return row.read() && row.count > 0 ? row : null;
  }

  double[] numbers() {
    return Arrays.copyOf(numbers, count);
  }

  /** Where it ends: at a semicolon, a bracket, a comment or the end of the line. */
  int end() {
    return at;
  }

  private char peek() {
    return at < source.length() ? source.charAt(at) : '\n';
  }

  private boolean read() {
    while (true) {
      boolean comma = separators();
      char c = peek();
      if (c == ';' || c == '\n' || c == ']' || c == '%') {
        return !comma;
      }
      if (!number()) {
        return false;
      }
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = number;
      char next = peek();
      if (next != ' ' && next != '\t' && next != '\r' && ",;\n]%".indexOf(next) < 0) {
        return false;
      }
    }
  }

  /** Goes past blanks and one comma between numbers; whether there was one. */
  private boolean separators() {
    boolean comma = false;
    for (char c = peek(); c == ' ' || c == '\t' || c == '\r' || c == ','; c = peek()) {
      if (c == ',' && (comma || count == 0)) {
        break;
      }
      comma |= c == ',';
      at++;
    }
    return comma;
  }

  private boolean number() {
    int start = at;
    boolean minus = peek() == '-';
    at += minus || peek() == '+' ? 1 : 0;
    long digits = 0;
    int length = 0;
    int scale = 0;
    boolean point = false;
    for (char c = peek(); c >= '0' && c <= '9' || c == '.' && !point; c = peek()) {
      point |= c == '.';
      if (c != '.') {
        digits = length < DIGITS_MAX ? 10 * digits + c - '0' : digits;
        length++;
        scale += point ? 1 : 0;
      }
      at++;
    }
    if (length == 0) {
      return false;
    }
    int exponent = peek() == 'e' || peek() == 'E' ? exponent() : 0;
    if (exponent == Integer.MIN_VALUE) {
      return false;
    }
    int power = exponent - scale;
    if (length > DIGITS_MAX || Math.abs(power) >= POWERS.length) {
      number = Double.parseDouble(source.substring(start, at));
      return true;
    }
    double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
    number = minus ? -value : value;
    return true;
  }

  /** The exponent that begins here; the least number if it has no digits or too many. */
  private int exponent() {
    at++;
    boolean minus = peek() == '-';
    at += minus || peek() == '+' ? 1 : 0;
    int exponent = 0;
    int length = 0;
    for (char c = peek(); c >= '0' && c <= '9'; c = peek()) {
      exponent = 10 * exponent + c - '0';
      length++;
      at++;
      if (length > 4) {
        return Integer.MIN_VALUE;
      }
    }
    return length == 0 ? Integer.MIN_VALUE : minus ? -exponent : exponent;
  }
}
