package org.gridclear.web.account.session;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gridclear.account.Right;
import org.jspecify.annotations.Nullable;

/**
 * What a token is for.
 *
 * @param label its name
 * @param days days that it is good, 1 to 366; null where hours are given
 * @param hours the same in hours, at least 1
 * @param rights the most that it lets a program do; null for all that its user may
 */
record NewToken(
    String label, @Nullable Integer days, @Nullable Integer hours, @Nullable List<Right> rights) {
  /** The most that it lets do; empty for all. */
  Set<Right> most() {
    if (rights != null && rights.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("rights must be names of rights, none null.");
    }
    return rights == null ? Set.of() : Set.copyOf(rights);
  }

  Duration life() {
    if ((days == null) == (hours == null)) {
      throw new IllegalArgumentException("A token is good for days or for hours: give one.");
    }
    return days == null ? Duration.ofHours(hours) : Duration.ofDays(days);
  }
}
