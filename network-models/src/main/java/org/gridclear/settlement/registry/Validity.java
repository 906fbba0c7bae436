package org.gridclear.settlement.registry;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a record holds. A change is a new record with new dates; the old one stays
 * (Q-09, Q-11).
 *
 * @param from first day, null if it always held
 * @param to last day, null if it has no end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {
  /** Holds always. */
  public static final Validity ALWAYS = new Validity(null, null);

  /** First day of a record that is known to have one, as every registered one has. */
  public LocalDate begin() {
    return Objects.requireNonNull(from);
  }

  /** Whether it holds on a day. */
  public boolean on(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Whether two records hold on a same day. */
  public boolean overlaps(Validity other) {
    return (to == null || other.from == null || !to.isBefore(other.from))
        && (from == null || other.to == null || !other.to.isBefore(from));
  }
}
