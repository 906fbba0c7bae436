package org.gridclear.settlement.registry.entry;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Trade.Decomposition;

/**
 * The curve of a total: shared by months, each month by its days, each day by its intervals, every
 * time in whole numbers by largest remainder, so that every level adds up to the one above and all
 * of it to the total.
 *
 * @param total energy over all days, 0.0001 MWh, not negative
 * @param days days over which it is shared, both ends given
 * @param decomposition weights
 */
public record EnergyCurve(long total, Validity days, Decomposition decomposition) {
  private static final int FINEST = 96;

  /** What a day is, in the order of {@link Decomposition#dayWeights}. */
  public enum DayType {
    WORKDAY,
    WEEKEND,
    HOLIDAY
  }

  /** Months that the days touch, in order. */
  public List<YearMonth> months() {
    YearMonth first = YearMonth.from(days.from());
    int count = (int) first.until(YearMonth.from(days.to()), ChronoUnit.MONTHS) + 1;
    return IntStream.range(0, count).mapToObj(first::plusMonths).toList();
  }

  /** Energy of every month of {@link #months}, 0.0001 MWh. */
  public long[] byMonth() {
    List<YearMonth> months = months();
    long[] weights =
        decomposition.monthWeights().isEmpty()
            ? months.stream().mapToLong(month -> daysIn(month).length).toArray()
            : longs(decomposition.monthWeights());
    if (weights.length != months.size()) {
      throw new IllegalArgumentException(
          "There are %d monthWeights for the %d months from %s to %s."
              .formatted(weights.length, months.size(), days.from(), days.to()));
    }
    return shared(total, weights, "monthWeights");
  }

  private static long[] longs(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }

  /** The days of a month that are shared among. */
  private LocalDate[] daysIn(YearMonth month) {
    return IntStream.rangeClosed(1, month.lengthOfMonth())
        .mapToObj(month::atDay)
        .filter(days::on)
        .toArray(LocalDate[]::new);
  }

  /**
   * Energy of a month.
   *
   * @param month the month; all is 0 where it is none of {@link #months}
   * @param types what each day is
   * @param intervals 24, 48 or 96 a day
   * @return {@code [day of the month from 0][interval]}, 0.0001 MWh
   * @throws IllegalArgumentException if weights do not fit, or those of a month with energy are 0
   */
  public long[][] of(YearMonth month, Function<LocalDate, DayType> types, int intervals) {
    long[][] curve = new long[month.lengthOfMonth()][intervals];
    int place = months().indexOf(month);
    if (place < 0) {
      return curve;
    }
    LocalDate[] shared = daysIn(month);
    long[] weights = Arrays.stream(shared).mapToLong(day -> dayWeight(types.apply(day))).toArray();
    long[] ofDay = shared(byMonth()[place], weights, "dayWeights in " + month);
    for (int k = 0; k < shared.length; k++) {
      curve[shared[k].getDayOfMonth() - 1] = shared(ofDay[k], profile(intervals), "profile");
    }
    return curve;
  }

  private long dayWeight(DayType type) {
    List<Long> weights = decomposition.dayWeights();
    return weights.isEmpty() ? 1 : weights.get(type.ordinal());
  }

  /** Weights of the intervals: those of the profile, spread evenly or added up. */
  private long[] profile(int intervals) {
    List<Long> given = decomposition.profile();
    long[] weights = new long[intervals];
    for (int k = 0; k < FINEST; k++) {
      weights[k * intervals / FINEST] += given.isEmpty() ? 1 : given.get(k * given.size() / FINEST);
    }
    return weights;
  }

  /**
   * A total in whole parts by weights; where remainders are equal the earlier part is rounded up.
   *
   * @param total not negative
   * @param weights not negative
   * @param what names the weights where they are all 0
   */
  static long[] shared(long total, long[] weights, String what) {
    BigInteger all = BigInteger.valueOf(Arrays.stream(weights).sum());
    long[] parts = new long[weights.length];
    if (all.signum() == 0) {
      if (total == 0) {
        return parts;
      }
      throw new IllegalArgumentException("All weights are 0: " + what + ".");
    }
    BigInteger[] rests = new BigInteger[weights.length];
    long left = total;
    for (int k = 0; k < parts.length; k++) {
      BigInteger[] part =
          BigInteger.valueOf(total)
              .multiply(BigInteger.valueOf(weights[k]))
              .divideAndRemainder(all);
      parts[k] = part[0].longValueExact();
      rests[k] = part[1];
      left -= parts[k];
    }
    IntStream.range(0, parts.length)
        .boxed()
        .sorted((a, b) -> rests[b].compareTo(rests[a]))
        .limit(left)
        .forEach(k -> parts[k]++);
    return parts;
  }
}
