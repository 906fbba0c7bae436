package org.gridclear.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one listener of a run is still to be told. Whoever offers a status never waits: of statuses
 * in the same state only the newest waits, and of all so many as are worth knowing. A listener is
 * told one status after the other, the last of them that of the end.
 */
final class StatusFeed implements Subscription {
  /** More than a run has states, taken over or not; older ones are dropped then. */
  static final int WAITING_MAX = 8;

  private static final Logger LOG = LoggerFactory.getLogger(StatusFeed.class);

  private final Consumer<RunStatus> listener;
  private final Executor threads;
  private final Consumer<StatusFeed> whenClosed;
  private final Deque<RunStatus> waiting = new ArrayDeque<>();
  private boolean telling;
  private boolean closed;

  /**
   * A feed.
   *
   * @param listener whom to tell; it may be slow
   * @param threads on which it is told
   * @param whenClosed called once, when nothing more will be told
   */
  StatusFeed(Consumer<RunStatus> listener, Executor threads, Consumer<StatusFeed> whenClosed) {
    this.listener = listener;
    this.threads = threads;
    this.whenClosed = whenClosed;
  }

  void offer(RunStatus status) {
    synchronized (waiting) {
      if (closed) {
        return;
      }
      RunStatus newest = waiting.peekLast();
      if (newest != null && newest.state() == status.state()) {
        waiting.removeLast();
      } else if (waiting.size() == WAITING_MAX) {
        waiting.removeFirst();
      }
      waiting.addLast(status);
      if (telling) {
        return;
      }
      telling = true;
    }
    try {
      threads.execute(this::tell);
    } catch (RejectedExecutionException e) {
      LOG.debug("run={} nobody is told any more", status.runId(), e);
      close();
    }
  }

  private @Nullable RunStatus next() {
    synchronized (waiting) {
      RunStatus next = closed ? null : waiting.pollFirst();
      telling = next != null;
      return next;
    }
  }

  private void tell() {
    for (RunStatus status = next(); status != null; status = next()) {
      try {
        listener.accept(status);
      } catch (RuntimeException e) {
        LOG.warn("run={} a listener failed and is told no more", status.runId(), e);
        close();
      }
      if (status.state().ended()) {
        close();
      }
    }
  }

  @Override
  public void close() {
    synchronized (waiting) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    whenClosed.accept(this);
  }
}
