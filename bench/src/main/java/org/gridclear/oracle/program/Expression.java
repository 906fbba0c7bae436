package org.gridclear.oracle.program;

import java.util.Map;
import java.util.TreeMap;
import org.gridclear.solver.Terms;

/** A linear expression in the columns of a {@link Program}, with a constant; a value. */
public final class Expression {
  /** Nothing. */
  static final Expression ZERO = constant(0);

  private final Map<Integer, Double> coefficients;
  private final double constant;

  private Expression(Map<Integer, Double> coefficients, double constant) {
    this.coefficients = coefficients;
    this.constant = constant;
  }

  /** A number. */
  public static Expression constant(double value) {
    return new Expression(new TreeMap<>(), value);
  }

  /** One column. */
  static Expression column(int column) {
    Map<Integer, Double> one = new TreeMap<>();
    one.put(column, 1.0);
    return new Expression(one, 0);
  }

  /** This plus {@code factor} times another. */
  public Expression plus(double factor, Expression other) {
    Map<Integer, Double> sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((column, value) -> sum.merge(column, factor * value, Double::sum));
    return new Expression(sum, constant + factor * other.constant);
  }

  /** This plus another. */
  public Expression plus(Expression other) {
    return plus(1, other);
  }

  /** This less another. */
  Expression minus(Expression other) {
    return plus(-1, other);
  }

  /** This plus a number. */
  public Expression plus(double number) {
    return new Expression(coefficients, constant + number);
  }

  /** This times a number. */
  Expression times(double factor) {
    return ZERO.plus(factor, this);
  }

  /** The number in it. */
  public double constant() {
    return constant;
  }

  /** Whether it is only a number. */
  public boolean isConstant() {
    return coefficients.values().stream().allMatch(value -> value == 0);
  }

  /** The number of its column, where it is one column and nothing else. */
  public int onlyColumn() {
    if (coefficients.size() != 1 || constant != 0) {
      throw new IllegalStateException("The expression is not a single column.");
    }
    return coefficients.keySet().iterator().next();
  }

  /** Its value at a point. */
  public double at(double[] columns) {
    double value = constant;
    for (Map.Entry<Integer, Double> entry : coefficients.entrySet()) {
      value += entry.getValue() * columns[entry.getKey()];
    }
    return value;
  }

  /** Its columns, without the number. */
  public Terms terms() {
    Terms terms = new Terms();
    coefficients.forEach(terms::add);
    return terms;
  }

  /** Each column with its coefficient. */
  public Map<Integer, Double> coefficients() {
    return coefficients;
  }
}
