package org.gridclear.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A run as its submitter sees it, wherever it is owned. Safe for several threads. */
public final class RunHandle {
  private final AtomicReference<RunRecord> record;
  private final CompletableFuture<RunResult> result = new CompletableFuture<>();
  private final List<Consumer<RunStatus>> listeners = new CopyOnWriteArrayList<>();
  private final Runnable cancel;

  /**
   * A handle for a run.
   *
   * @param cancel what cancels it
   */
  public RunHandle(RunRecord first, Runnable cancel) {
    this.record = new AtomicReference<>(first);
    this.cancel = cancel;
  }

  /** The last status. */
  public RunStatus status() {
    return record.get().status();
  }

  /** The last record. */
  public RunRecord record() {
    return record.get();
  }

  /** Completes when the run has ended, however it ended. */
  public CompletableFuture<RunResult> result() {
    return result;
  }

  /** Calls {@code listener} at every change of the status. */
  public void listen(Consumer<RunStatus> listener) {
    listeners.add(listener);
  }

  /** Asks the run to stop. */
  public void cancel() {
    cancel.run();
  }

  /** Tells everybody about a new status. */
  public void update(RunStatus changed) {
    record.updateAndGet(before -> before.with(changed));
    listeners.forEach(listener -> listener.accept(changed));
  }

  /** The same, from a record that another coordinator may have written. */
  public void update(RunRecord changed) {
    record.set(changed);
    listeners.forEach(listener -> listener.accept(changed.status()));
  }
}
