package org.gridclear.market.fallback;

import java.time.LocalDate;
import java.util.List;

/** Days like a date. */
@FunctionalInterface
public interface SimilarDay {
  /**
   * A day and its distance.
   *
   * @param date the day
   * @param distance 0 for one that is the same (AMB-40)
   */
  record Like(LocalDate date, double distance) {}

  /**
   * The days before a date that are most like it, the most similar first.
   *
   * @throws IllegalArgumentException if that cannot be said, with the reason
   */
  List<Like> of(LocalDate date);
}
