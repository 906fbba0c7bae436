package org.gridclear.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A run as its submitter sees it. Safe for several threads. */
public final class RunHandle {
  private final AtomicReference<RunStatus> status;
  private final CompletableFuture<RunResult> result = new CompletableFuture<>();
  private final List<Consumer<RunStatus>> listeners = new CopyOnWriteArrayList<>();
  private final Runnable cancel;

  /**
   * A handle for a run that has just been submitted.
   *
   * @param cancel what cancels it
   */
  public RunHandle(RunStatus first, Runnable cancel) {
    this.status = new AtomicReference<>(first);
    this.cancel = cancel;
  }

  /** The last status. */
  public RunStatus status() {
    return status.get();
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
    status.set(changed);
    listeners.forEach(listener -> listener.accept(changed));
  }
}
