package org.gridclear.worker.ignite;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a node that an operator drains may stop.
 *
 * <p>A unit that is done is on its way back for a while: a node that stopped at once would take the
 * answer with it, and would be counted as lost. So it waits until it has had nothing to do, and was
 * asked for nothing, over a few looks.
 */
final class Drain {
  /** Looks in a row at which nothing was to do and nothing new was asked for. */
  static final int QUIET_LOOKS = 3;

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean begun;
  private int askedBefore;
  private int quiet;

  /** From now on the node takes nothing. */
  void begin() {
    begun = true;
  }

  boolean begun() {
    return begun;
  }

  /** Number of units that the node is at. */
  int underWay() {
    return underWay.get();
  }

  /** Takes a unit, which must be handed back; false if the node is being drained. */
  boolean take() {
    asked.incrementAndGet();
    underWay.incrementAndGet();
    if (begun) {
      underWay.decrementAndGet();
      return false;
    }
    return true;
  }

  void handBack() {
    underWay.decrementAndGet();
  }

  /** One look, by one thread at a time: whether the node may go now. */
  boolean mayGo(boolean backupsComplete) {
    int now = asked.get();
    boolean still = underWay.get() == 0 && backupsComplete && now == askedBefore;
    askedBefore = now;
    quiet = still ? quiet + 1 : 0;
    return quiet >= QUIET_LOOKS;
  }
}
