package org.gridclear.settlement.formula;

/**
 * One step over vectors.
 *
 * @param code what is done
 * @param a first operand, −1 for none
 * @param b second operand
 * @param c third operand
 * @param number constant, column, exponent or output, by code
 */
public record Instruction(Code code, int a, int b, int c, long number) {
  /** What a step does. */
  public enum Code {
    /** Column {@code number} of the rows. */
    LOAD,
    /** The constant. */
    CONSTANT,
    ADD,
    SUBTRACT,
    MULTIPLY,
    NEGATE,
    ABSOLUTE,
    MINIMUM,
    MAXIMUM,
    /** Times 10 to the {@code number}. */
    SCALE,
    /** Over 10 to the {@code number}, rounded (EQ-28). */
    ROUND,
    /** a·10^number over b, rounded; 0 where b is 0. */
    DIVIDE,
    /** Sum over the intervals of the row, in all of them. */
    SUM,
    /** 1 where a < b. */
    LESS,
    /** 1 where a ≤ b. */
    LESS_EQUAL,
    /** 1 where a = b. */
    EQUAL,
    /** b where a is 1, else c. */
    SELECT,
    /** Cost of running at a, 0.001 yuan/h. */
    ENERGY_COST,
    /** Price of the segment that a lies in. */
    MARGINAL_COST,
    /** Output at which the offer costs no more than a. */
    ECONOMIC_MW,
    /** Lines whose sum over the day is the rounded sum of a (47). */
    CARRY_DAY,
    /** The same over the month; the state is number {@code b}. */
    CARRY_MONTH,
    /** Greatest a since the first of the month, of the day too; the state is number {@code b}. */
    PEAK_MONTH,
    /** Sum of a since the first of the month, of the day too; the state is number {@code b}. */
    TOTAL_MONTH,
    /** 1 where a becomes positive within a day, in its first interval too. */
    BEGINS,
    /** Line a and quantity b of output {@code number}. */
    EMIT,
    /** The same with the line still to be rounded over 10 to the {@code c}. */
    EMIT_ROUNDED;

    /** Whether {@code b} is the number of a state that goes from day to day, and no operand. */
    boolean carriesState() {
      return this == CARRY_MONTH || this == PEAK_MONTH || this == TOTAL_MONTH;
    }
  }

  static Instruction of(Code code, int a) {
    return new Instruction(code, a, -1, -1, 0);
  }

  static Instruction of(Code code, int a, int b) {
    return new Instruction(code, a, b, -1, 0);
  }
}
