package org.gridclear.web;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gridclear.web.account.BoundedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads what callers send within a time limit, a few bodies at a time: one that is made to take
 * long holds neither a thread of the server nor others for good.
 */
final class TimedReading implements AutoCloseable {
  private static final int AT_A_TIME_MAX = 4;

  private final Duration limit;
  private final ThreadPoolExecutor readers;

  TimedReading(Duration limit) {
    this.limit = limit;
    this.readers =
        new ThreadPoolExecutor(
            0,
            AT_A_TIME_MAX,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "gridclear-body");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * What is read.
   *
   * @throws BoundedRequest.TooSlowException if it takes longer than the limit
   * @throws ResponseStatusException if as many as may are being read
   */
  <T> T of(Callable<T> reading) {
    Future<T> read = submitted(reading);
    try {
      return read.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      read.cancel(true);
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
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "%d bodies are being read, as many as may be; send it again.".formatted(AT_A_TIME_MAX),
          e);
    }
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
