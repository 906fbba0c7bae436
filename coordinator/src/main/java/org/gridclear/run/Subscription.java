package org.gridclear.run;

/** That somebody listens to a run, until it has ended or this is closed. */
public interface Subscription extends AutoCloseable {
  /** Ends it; what waits to be told is dropped. May be called more than once. */
  @Override
  void close();
}
