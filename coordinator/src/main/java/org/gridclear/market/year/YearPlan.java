package org.gridclear.market.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.ClearingOptions;

/**
 * Which days are cleared, and how.
 *
 * @param cases the case of every date
 * @param from first date
 * @param to last date
 * @param options how each is cleared
 * @param chains in how many parts the dates are cut that are cleared beside each other; the first
 *     day of a part goes on from the day before it, which is cleared without a day before
 */
public record YearPlan(
    DatedCases cases, LocalDate from, LocalDate to, ClearingOptions options, int chains) {
  /** The most days of a plan. */
  public static final int DAYS_MAX = 3660;

  public YearPlan {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "The last date (%s) is before the first one (%s).".formatted(to, from));
    }
    long days = from.datesUntil(to).count() + 1;
    if (days > DAYS_MAX) {
      throw new IllegalArgumentException(
          "%d days are more than %d; clear them in parts.".formatted(days, DAYS_MAX));
    }
    if (chains < 1 || chains > days) {
      throw new IllegalArgumentException(
          "The chains (%d) must lie in 1..%d, the days.".formatted(chains, days));
    }
  }

  /**
   * Dates that are cleared one after the other.
   *
   * @param from first date
   * @param to last date
   * @param warmUp whether the day before is cleared first, for its end alone
   */
  public record Chain(LocalDate from, LocalDate to, boolean warmUp) {}

  /** How many days there are. */
  public int days() {
    return (int) from.datesUntil(to).count() + 1;
  }

  /** The parts, in order, as equal in length as can be. */
  public List<Chain> parts() {
    List<Chain> parts = new ArrayList<>();
    for (int c = 0; c < chains; c++) {
      LocalDate first = from.plusDays((long) days() * c / chains);
      LocalDate last = from.plusDays((long) days() * (c + 1) / chains - 1);
      parts.add(new Chain(first, last, c > 0));
    }
    return parts;
  }
}
