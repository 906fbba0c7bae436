package org.gridclear.web.study;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridclear.run.GridRefusedException;
import org.gridclear.web.account.BoundedRequest;

/**
 * Reads what callers send within a time limit, a few bodies at a time: one that is made to take
 * long holds neither a thread of the server nor others for good.
 */
public final class TimedReading implements AutoCloseable {
  private static final int AT_A_TIME_MAX = 4;
  private static final int WAITING_MAX = 64;

  private final Duration limit;
  private final ThreadPoolExecutor readers;

  /** With a limit for each body. */
  public TimedReading(Duration limit) {
    this.limit = limit;
    this.readers =
        new ThreadPoolExecutor(
            AT_A_TIME_MAX,
            AT_A_TIME_MAX,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            work -> {
              Thread thread = new Thread(work, "gridclear-body");
              thread.setDaemon(true);
              return thread;
            });
    readers.allowCoreThreadTimeOut(true);
  }

  /**
   * What is read; the wait for its turn counts.
   *
   * @throws BoundedRequest.TooSlowException if it takes longer than the limit
   * @throws GridRefusedException if too many wait, or its turn did not come within the limit
   */
  public <T> T of(Callable<T> reading) {
    AtomicBoolean begun = new AtomicBoolean();
    Future<T> read =
        submitted(
            () -> {
              begun.set(true);
              return reading.call();
            });
    try {
      return read.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      read.cancel(true);
      if (!begun.get()) {
        throw new GridRefusedException("The bodies before this one are still being read.");
      }
      throw new BoundedRequest.TooSlowException(
          "Reading the body took longer than %s s and was given up."
              .formatted(limit.toMillis() / 1e3));
    } catch (InterruptedException e) {
      read.cancel(true);
      Thread.currentThread().interrupt();
      throw new BoundedRequest.TooSlowException("The server is stopping.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private <T> Future<T> submitted(Callable<T> reading) {
    try {
      return readers.submit(reading);
    } catch (RejectedExecutionException e) {
      throw new GridRefusedException(
          "%d bodies wait to be read, as many as may.".formatted(WAITING_MAX), e);
    }
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
