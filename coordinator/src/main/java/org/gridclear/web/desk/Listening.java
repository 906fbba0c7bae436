package org.gridclear.web.desk;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A page that listens. It is told in a thread of its own, so that one that does not read holds up
 * nobody; what it has not heard yet becomes one change.
 */
final class Listening implements Consumer<Change> {
  private final Executor threads;
  private final Line line;
  private final Consumer<Exception> broken;
  private @Nullable Change untold;
  private boolean telling;

  /** How a page is told. */
  interface Line {
    /** Sends a change; returns when the page's side has taken it. */
    void send(Change change) throws IOException;
  }

  /**
   * A page.
   *
   * @param broken is called once when the line is; nothing is told after that
   */
  Listening(Executor threads, Line line, Consumer<Exception> broken) {
    this.threads = threads;
    this.line = line;
    this.broken = broken;
  }

  /** Never waits. */
  @Override
  public synchronized void accept(Change change) {
    untold = untold == null ? change : untold.and(change);
    if (!telling) {
      telling = true;
      threads.execute(this::tell);
    }
  }

  private void tell() {
    try {
      for (Change next = next(); next != null; next = next()) {
        line.send(next);
      }
    } catch (IOException | IllegalStateException e) {
      broken.accept(e);
    }
  }

  private synchronized @Nullable Change next() {
    Change next = untold;
    untold = null;
    telling = next != null;
    return next;
  }
}
