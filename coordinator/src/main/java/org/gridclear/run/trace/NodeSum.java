package org.gridclear.run.trace;

/** What a node did for a run, in sums. */
final class NodeSum {
  private double firstSeconds = Double.POSITIVE_INFINITY;
  private double busySeconds;
  private long done;
  private long failed;

  /** It had something of the run at this time. */
  void since(double seconds) {
    firstSeconds = Math.min(firstSeconds, seconds);
  }

  /** A unit that it answered. */
  void add(UnitSpan span) {
    since(span.sentSeconds());
    busySeconds += span.workedSeconds();
    done++;
    failed += span.failure().isEmpty() ? 0 : 1;
  }

  double firstSeconds() {
    return firstSeconds;
  }

  double busySeconds() {
    return busySeconds;
  }

  long done() {
    return done;
  }

  long failed() {
    return failed;
  }
}
