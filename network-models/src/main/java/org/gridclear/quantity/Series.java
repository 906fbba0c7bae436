package org.gridclear.quantity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.DoubleUnaryOperator;

/** An immutable row of numbers, one per period of a {@link Horizon}; the unit is the owner's. */
public final class Series {
  private final double[] values;

  private Series(double[] values) {
    this.values = values;
  }

  /** A series of the given values, copied. */
  public static Series of(double... values) {
    return new Series(values.clone());
  }

  /** A series that has the same value in all {@code periodCount} periods. */
  public static Series constant(double value, int periodCount) {
    double[] values = new double[periodCount];
    Arrays.fill(values, value);
    return new Series(values);
  }

  /** The value in period {@code t}, counted from 0. */
  public double at(int t) {
    return values[t];
  }

  /** Number of periods. */
  public int size() {
    return values.length;
  }

  /** A copy of the values. */
  @JsonValue
  public double[] toArray() {
    return values.clone();
  }

  /** The sum of all values, added in the order of time. */
  public double sum() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** The greatest value. */
  public double max() {
    double max = first();
    for (double value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** The least value. */
  public double min() {
    double min = first();
    for (double value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  private double first() {
    if (values.length == 0) {
      throw new NoSuchElementException("The series has no periods.");
    }
    return values[0];
  }

  /** Every value passed through {@code change}. */
  public Series map(DoubleUnaryOperator change) {
    return new Series(Arrays.stream(values).map(change).toArray());
  }

  /** Every value in the periods {@code from} (inclusive) to {@code to} (exclusive) changed. */
  public Series map(int from, int to, DoubleUnaryOperator change) {
    double[] copy = values.clone();
    for (int t = Math.max(0, from); t < Math.min(to, copy.length); t++) {
      copy[t] = change.applyAsDouble(copy[t]);
    }
    return new Series(copy);
  }

  /** Period by period sum with a series of the same length. */
  public Series plus(Series other) {
    double[] copy = values.clone();
    for (int t = 0; t < copy.length; t++) {
      copy[t] += other.values[t];
    }
    return new Series(copy);
  }

  /** The first {@code periodCount} periods. */
  public Series head(int periodCount) {
    return new Series(Arrays.copyOf(values, periodCount));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series series && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
