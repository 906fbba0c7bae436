package org.gridclear.market.declaration;

import java.util.Arrays;
import java.util.List;
import org.gridclear.quantity.Series;

/**
 * Whole numbers of a last decimal: one for all periods of a date, or one per period.
 *
 * @param values the numbers, at least one
 */
public record WholeSeries(List<Long> values) {
  public WholeSeries {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("A series needs one number, or one per period.");
    }
  }

  /** One number for all periods. */
  public static WholeSeries of(long value) {
    return new WholeSeries(List.of(value));
  }

  /** The number in period {@code t}, counted from 0. */
  public long at(int t) {
    return values.size() == 1 ? values.get(0) : values.get(t);
  }

  /** Whether it has a number for each of so many periods. */
  public boolean fits(int periodCount) {
    return values.size() == 1 || values.size() == periodCount;
  }

  /** The numbers of other periods, each that of a period of this one. */
  WholeSeries in(int[] periods) {
    return values.size() == 1
        ? this
        : new WholeSeries(Arrays.stream(periods).mapToObj(values::get).toList());
  }

  /** The numbers as decimals, one per period. */
  public Series series(int periodCount, int decimals) {
    double[] all = new double[periodCount];
    for (int t = 0; t < periodCount; t++) {
      all[t] = Plain.number(at(t), decimals);
    }
    return Series.of(all);
  }
}
