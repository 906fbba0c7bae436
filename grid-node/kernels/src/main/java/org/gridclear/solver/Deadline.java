package org.gridclear.solver;

/** A time limit or a cancellation, as kernels see it: they ask, and stop when it has passed. */
@FunctionalInterface
public interface Deadline {
  /** Whether the work shall stop now. */
  boolean passed();

  /** A deadline that never passes. */
  static Deadline never() {
    return () -> false;
  }

  /** Passes as soon as one of the two does. */
  default Deadline or(Deadline other) {
    return () -> passed() || other.passed();
  }
}
