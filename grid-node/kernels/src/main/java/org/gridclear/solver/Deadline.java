package org.gridclear.solver;

import java.util.function.DoubleSupplier;

/** A time limit or a cancellation, as kernels see it: they ask, and stop when it has passed. */
@FunctionalInterface
public interface Deadline {
  /** Whether the work shall stop now. */
  boolean passed();

  /** Seconds of work that are left, for code that cannot ask; infinite where no one can say. */
  default double remainingSeconds() {
    return Double.POSITIVE_INFINITY;
  }

  /** A deadline that never passes. */
  static Deadline never() {
    return () -> false;
  }

  /** Passes when nothing is left. */
  static Deadline when(DoubleSupplier remainingSeconds) {
    return new Deadline() {
      @Override
      public boolean passed() {
        return remainingSeconds() <= 0;
      }

      @Override
      public double remainingSeconds() {
        return remainingSeconds.getAsDouble();
      }
    };
  }

  /**
   * Passes while a share of the seconds that are left now is still left; the same if no one knows.
   */
  default Deadline sooner(double share) {
    double kept = share * remainingSeconds();
    return Double.isInfinite(kept) ? this : or(when(() -> remainingSeconds() - kept));
  }

  /** Passes as soon as one of the two does. */
  default Deadline or(Deadline other) {
    Deadline one = this;
    return new Deadline() {
      @Override
      public boolean passed() {
        return one.passed() || other.passed();
      }

      @Override
      public double remainingSeconds() {
        return Math.min(one.remainingSeconds(), other.remainingSeconds());
      }
    };
  }
}
