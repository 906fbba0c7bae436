package org.gridclear.close;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Days whose data are locked (O-18): {@code locks.csv} in the settlement folder, the last row of a
 * day counts.
 *
 * @param folder settlement folder
 */
public record DayLocks(Path folder) {
  private static final String HEADER = "day,state,who,time,reason";

  private AppendOnly register() {
    return new AppendOnly(folder.resolve("locks.csv"), HEADER);
  }

  /** Locks or unlocks a day. */
  public void set(LocalDate day, boolean locked, String who, String time, String reason) {
    register().add(day.toString(), locked ? "locked" : "unlocked", who, time, reason);
  }

  /** Whether a day is locked. */
  public boolean locked(LocalDate day) {
    return register().rows().stream()
        .filter(cells -> cells[0].equals(day.toString()))
        .map(cells -> cells[1].equals("locked"))
        .reduce(false, (first, last) -> last);
  }

  /**
   * Refuses new data of a locked day.
   *
   * @throws IllegalArgumentException if the day is locked
   */
  public void refuse(LocalDate day) {
    if (locked(day)) {
      throw new IllegalArgumentException(
          "SET-10 %s is locked; locked data do not change. 'settle lock --unlock' opens it again."
              .formatted(day));
    }
  }
}
