package org.gridclear.worker.api;

/** A clock for spans of time, which no operator sets; nanoseconds from an arbitrary point. */
public interface Ticker {
  /** The clock of this machine. */
  Ticker SYSTEM = System::nanoTime;

  /** What the clock reads now. */
  long nanos();
}
