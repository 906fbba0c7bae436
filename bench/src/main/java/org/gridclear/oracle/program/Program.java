package org.gridclear.oracle.program;

import org.gridclear.solver.LinearModel;

/** A mixed-integer program that is minimised, written down in {@link Expression}s. */
public final class Program {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private final LinearModel model = new LinearModel();
  private final double elasticYuan;

  /**
   * An empty program.
   *
   * @param elasticYuan price at which rows of units' own schedules give way; infinite where they do
   *     not
   */
  public Program(double elasticYuan) {
    this.elasticYuan = elasticYuan;
  }

  public boolean isElastic() {
    return elasticYuan < INFINITE;
  }

  /**
   * By how much a row of a unit's own schedule gives way, at its price; 0 where none does.
   *
   * @param hours hours for which a MW counts; 1 for MWh and counts
   */
  Expression way(double hours) {
    return isElastic() ? slack(elasticYuan * hours) : Expression.ZERO;
  }

  public LinearModel model() {
    return model;
  }

  /** A continuous column. */
  Expression column(double lower, double upper) {
    return Expression.column(model.addColumn(lower, upper, 0));
  }

  /** A continuous column that is not negative and costs something per unit. */
  Expression slack(double yuanPerUnit) {
    return Expression.column(model.addColumn(0, INFINITE, yuanPerUnit));
  }

  /**
   * By how much a row gives way at a price per unit and hour; one that must be met, whose price is
   * infinite, does so as units' own rows do.
   */
  Expression wayAt(double yuanPerUnitHour, double hours) {
    return yuanPerUnitHour < INFINITE ? slack(yuanPerUnitHour * hours) : way(hours);
  }

  /** A column of any sign. */
  Expression free() {
    return column(-INFINITE, INFINITE);
  }

  /** A whole-numbered column. */
  Expression whole(double lower, double upper) {
    return Expression.column(model.addColumn(lower, upper, 0, true));
  }

  /** A column of 0 or 1. */
  Expression binary() {
    return Expression.column(model.addBinary(0));
  }

  /** Adds {@code yuanPerUnit} times an expression to what is minimised. */
  void cost(double yuanPerUnit, Expression quantity) {
    quantity.coefficients().forEach((column, value) -> model.addCost(column, yuanPerUnit * value));
    model.addOffset(yuanPerUnit * quantity.constant());
  }

  /** {@code left ≤ right}. */
  void atMost(Expression left, Expression right) {
    within(-INFINITE, left.minus(right), 0);
  }

  /** {@code left ≤ right}. */
  void atMost(Expression left, double right) {
    within(-INFINITE, left, right);
  }

  /** {@code left ≥ right}. */
  void atLeast(Expression left, double right) {
    within(right, left, INFINITE);
  }

  /** {@code left = right}. */
  Row equal(Expression left, Expression right) {
    return within(0, left.minus(right), 0);
  }

  /**
   * {@code lower ≤ middle ≤ upper}; no row where nothing is bounded.
   *
   * @return the row and its bounds
   */
  Row within(double lower, Expression middle, double upper) {
    if (lower == -INFINITE && upper == INFINITE) {
      return new Row(-1, lower, upper);
    }
    double low = lower - middle.constant();
    double high = upper - middle.constant();
    return new Row(model.addRow(low, high, middle.terms()), low, high);
  }

  /** A row with its bounds. */
  public record Row(int number, double lower, double upper) {}
}
