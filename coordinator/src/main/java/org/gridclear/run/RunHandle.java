package org.gridclear.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gridclear.run.trace.UnitTrace;

/** A run as its submitter sees it, wherever it is owned. Safe for several threads. */
public final class RunHandle {
  private final CompletableFuture<RunResult> result = new CompletableFuture<>();
  private final Set<StatusFeed> feeds = new LinkedHashSet<>();
  private final Executor listeners;
  private final Runnable cancel;
  private final UnitTrace trace = new UnitTrace();
  private volatile RunRecord record;

  /**
   * A handle for a run.
   *
   * @param listeners threads on which those who listen are told; one that does not come back holds
   *     one of them
   * @param cancel what cancels it
   */
  public RunHandle(RunRecord first, Executor listeners, Runnable cancel) {
    this.record = first;
    this.listeners = listeners;
    this.cancel = cancel;
  }

  /** What its units do on which node; empty where another coordinator owns it. */
  public UnitTrace trace() {
    return trace;
  }

  /** The last status; that of the result as soon as there is one. */
  public RunStatus status() {
    return record().status();
  }

  /** The last record. */
  public RunRecord record() {
    RunRecord last = record;
    return result.isDone() && !result.isCompletedExceptionally()
        ? last.with(result.join().status())
        : last;
  }

  /**
   * Completes when the run has ended, however it ended; with an exception only where what the grid
   * kept of it is gone.
   */
  public CompletableFuture<RunResult> result() {
    return result;
  }

  /**
   * Calls {@code listener} with the present status and then at changes, one after the other, until
   * the run has ended or the subscription is closed. A slow listener is told fewer of the changes
   * within a state, and holds up nobody.
   */
  public Subscription listen(Consumer<RunStatus> listener) {
    StatusFeed feed = new StatusFeed(listener, listeners, this::forget);
    synchronized (feeds) {
      feeds.add(feed);
      feed.offer(status());
    }
    return feed;
  }

  private void forget(StatusFeed feed) {
    synchronized (feeds) {
      feeds.remove(feed);
    }
  }

  /** How many listen now. */
  public int listenerCount() {
    synchronized (feeds) {
      return feeds.size();
    }
  }

  /** Asks the run to stop. */
  public void cancel() {
    cancel.run();
  }

  /** Tells everybody about a new status. */
  public void update(RunStatus changed) {
    update(before -> before.with(changed));
  }

  /** The same, from a record that another coordinator may have written. */
  public void update(RunRecord changed) {
    update(before -> changed);
  }

  /** Changes are told in the order in which they are made; nobody waits here for a listener. */
  private void update(UnaryOperator<RunRecord> change) {
    synchronized (feeds) {
      record = change.apply(record);
      RunStatus status = record.status();
      List.copyOf(feeds).forEach(feed -> feed.offer(status));
    }
  }
}
