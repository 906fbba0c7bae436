package org.gridclear.run;

import java.time.Duration;
import org.gridclear.run.dispatch.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A job and how it is to be run.
 *
 * @param job what is asked for
 * @param user who asks
 * @param priority which units go first
 * @param deadline time after which open cells fail; null for none
 */
public record RunRequest(Job job, String user, Priority priority, @Nullable Duration deadline) {
  /** The user of runs that commands start. */
  public static final String LOCAL_USER = System.getProperty("user.name", "local");

  public RunRequest {
    if (deadline != null && (deadline.isNegative() || deadline.isZero())) {
      throw new IllegalArgumentException("The deadline (%s) must be positive.".formatted(deadline));
    }
  }

  /** A job of this machine's user. */
  public static RunRequest of(Job job) {
    return new RunRequest(job, LOCAL_USER, Priority.NORMAL, null);
  }
}
