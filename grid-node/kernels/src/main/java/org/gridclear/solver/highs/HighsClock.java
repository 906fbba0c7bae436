package org.gridclear.solver.highs;

import com.sun.jna.Pointer;
import org.gridclear.solver.Deadline;

/**
 * HiGHS's own time limit, which is what ends presolve, as that asks no one. It is on the wall's
 * clock: that of the object for a linear program and one from the start of the run for a search
 * (HiGHS 1.12). While something is left of a deadline it is put off, as a deadline may count the
 * time of the processor.
 */
final class HighsClock {
  /** How often, in seconds, what is left of the deadline is told to HiGHS anew. */
  private static final double LIMIT_AGE_MAX_SECONDS = 0.02;

  /** How much longer than the deadline HiGHS may go where it asks no one, in seconds. */
  private static final double SLACK_SECONDS = 0.2;

  /** From when on, in seconds, the speed of the deadline's clock is known well enough. */
  private static final double SPEED_AFTER_SECONDS = 0.1;

  private static final double SPEED_MIN = 0.1;

  private final HighsLibrary library;
  private final Pointer highs;
  private Deadline deadline = Deadline.never();
  private double clockAtRunSeconds;
  private double remainingAtRunSeconds;
  private long runNanos;
  private long limitNanos;

  HighsClock(HighsLibrary library, Pointer highs) {
    this.library = library;
    this.highs = highs;
  }

  /** Sets the limit of a run that starts now. */
  void start(Deadline until, boolean search) {
    deadline = until;
    clockAtRunSeconds = search ? 0 : library.Highs_getRunTime(highs);
    runNanos = System.nanoTime();
    remainingAtRunSeconds = deadline.remainingSeconds();
    setLimit();
  }

  /** Puts the limit off as far as something is left. */
  void goOn() {
    boolean old = (System.nanoTime() - limitNanos) / 1e9 > LIMIT_AGE_MAX_SECONDS;
    if (old && deadline.remainingSeconds() > 0) {
      setLimit();
    }
  }

  /** What is left, at the speed at which the deadline's clock has run so far beside the wall's. */
  private void setLimit() {
    limitNanos = System.nanoTime();
    double wall = (limitNanos - runNanos) / 1e9;
    double remaining = Math.max(0, deadline.remainingSeconds());
    double speed =
        wall < SPEED_AFTER_SECONDS
            ? 1
            : Math.min(1, Math.max(SPEED_MIN, (remainingAtRunSeconds - remaining) / wall));
    double limit =
        Double.isInfinite(remaining)
            ? remaining
            : clockAtRunSeconds + wall + remaining / speed + SLACK_SECONDS;
    library.Highs_setDoubleOptionValue(highs, "time_limit", limit);
  }
}
