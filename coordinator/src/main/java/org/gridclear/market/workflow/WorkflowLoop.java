package org.gridclear.market.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Has a coordinator step whenever something is due, and looks at the others meanwhile, until it is
 * stopped.
 */
public final class WorkflowLoop implements AutoCloseable {
  private static final long POLL_MILLIS = 500;

  private final WorkflowCoordinator coordinator;
  private final Consumer<RuntimeException> failed;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * A loop that {@link #run} begins.
   *
   * @param coordinator on a clock of real time
   * @param failed hears of a step that failed, such as for a database that does not answer; the
   *     next one tries again
   */
  public WorkflowLoop(WorkflowCoordinator coordinator, Consumer<RuntimeException> failed) {
    this.coordinator = coordinator;
    this.failed = failed;
  }

  /** Steps until it is stopped. */
  public void run() throws InterruptedException {
    long millis;
    do {
      millis = POLL_MILLIS;
      try {
        coordinator.step();
        millis = wait(coordinator.now());
      } catch (RuntimeException e) {
        failed.accept(e);
      }
    } while (!stopped.await(millis, TimeUnit.MILLISECONDS));
  }

  /** Until what is next by the clock; at the latest the time after which others are looked at. */
  private long wait(Instant now) {
    return coordinator
        .next()
        .map(next -> Math.max(1, Duration.between(now, next).toMillis()))
        .filter(millis -> millis < POLL_MILLIS)
        .orElse(POLL_MILLIS);
  }

  /** Stops it after the step that it is at. */
  @Override
  public void close() {
    stopped.countDown();
  }
}
