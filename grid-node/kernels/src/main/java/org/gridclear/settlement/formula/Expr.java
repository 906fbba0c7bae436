package org.gridclear.settlement.formula;

import java.util.List;

/** A parsed formula. */
public sealed interface Expr {
  /**
   * A number.
   *
   * @param text decimal text
   */
  record Literal(String text) implements Expr {}

  /**
   * A column, parameter or item.
   *
   * @param name name
   */
  record Name(String name) implements Expr {}

  /**
   * Minus.
   *
   * @param a of what
   */
  record Negate(Expr a) implements Expr {}

  /**
   * A sum, difference or product.
   *
   * @param operator {@code + - *}
   * @param a left
   * @param b right
   */
  record Binary(char operator, Expr a, Expr b) implements Expr {}

  /**
   * A choice.
   *
   * @param comparison {@code < <= > >= ==}
   * @param left left of the comparison
   * @param right right of it
   * @param then value where it holds
   * @param otherwise value elsewhere
   */
  record Choose(String comparison, Expr left, Expr right, Expr then, Expr otherwise)
      implements Expr {}

  /**
   * A function.
   *
   * @param function name
   * @param arguments arguments
   */
  record Call(String function, List<Expr> arguments) implements Expr {
    /** The function that gives the greatest value since the first of the month. */
    public static final String PEAK = "maxOfMonth";

    /** The function that gives the sum since the first of the month. */
    public static final String TOTAL = "sumOfMonth";

    /** Whether it needs a state that goes from day to day. */
    public boolean ofMonth() {
      return function.equals(PEAK) || function.equals(TOTAL);
    }
  }
}
