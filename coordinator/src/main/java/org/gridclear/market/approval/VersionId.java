package org.gridclear.market.approval;

import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;

/**
 * A version of a day.
 *
 * @param key market, date and cycle
 * @param number its number, from 1
 */
public record VersionId(DayKey key, int number) {
  public VersionId {
    if (number < 1) {
      throw new IllegalArgumentException("The version (%d) must be 1 or more.".formatted(number));
    }
  }

  /** The id of a version. */
  public static VersionId of(DayVersion version) {
    return new VersionId(version.key(), version.version());
  }

  /** In words: {@code da 2026-10-01 version 2}. */
  public String text() {
    return key.text() + " version " + number;
  }
}
