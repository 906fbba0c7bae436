package org.gridclear.market.series;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Exact decimals, one a step; one that is missing is no number at all, and never 0. */
public final class DecimalColumn {
  /** The most decimals that a value may have. */
  public static final int DECIMALS_MAX = 12;

  private static final BigDecimal MOST = new BigDecimal("1e15");

  private final List<Optional<BigDecimal>> values;

  private DecimalColumn(List<Optional<BigDecimal>> values) {
    this.values = values;
  }

  /**
   * A column of values.
   *
   * @throws IllegalArgumentException if one has more than {@link #DECIMALS_MAX} decimals or 15
   *     digits before them
   */
  public static DecimalColumn of(List<Optional<BigDecimal>> values) {
    return new DecimalColumn(
        values.stream().map(value -> value.map(DecimalColumn::plain)).toList());
  }

  /** A column of given values, as texts. */
  public static DecimalColumn of(String... values) {
    return of(Arrays.stream(values).map(text -> Optional.of(new BigDecimal(text))).toList());
  }

  /** A value without trailing zeros, so that 5 and 5.0 are one. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() > DECIMALS_MAX || stripped.abs().compareTo(MOST) >= 0) {
      throw new IllegalArgumentException(
          "%s has more than %d decimals, or more than 15 digits before them: round it."
              .formatted(value, DECIMALS_MAX));
    }
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Number of steps. */
  public int size() {
    return values.size();
  }

  /** The value of step {@code k}, counted from 0; empty where it is missing. */
  public Optional<BigDecimal> at(int k) {
    return values.get(k);
  }

  /** All values in the order of time. */
  public List<Optional<BigDecimal>> values() {
    return values;
  }

  /** How many are missing. */
  public int missing() {
    return (int) values.stream().filter(Optional::isEmpty).count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecimalColumn column && values.equals(column.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
