package org.gridclear.monitoring.index;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an index is held against, and its score.
 *
 * @param worse on which side it is worse
 * @param warning a warning past this
 * @param severe severe past this
 * @param scale score 100 and 0; empty where it has no score
 */
public record Bounds(
    Worse worse, OptionalDouble warning, OptionalDouble severe, Optional<Scale> scale) {
  /** Nothing is held against it. */
  public static final Bounds NONE =
      new Bounds(Worse.ABOVE, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

  /** On which side of a limit it is worse. */
  public enum Worse {
    /** More is worse. */
    ABOVE,
    /** Less is worse. */
    BELOW
  }

  /**
   * The scale of a score.
   *
   * @param best where the score is 100, and beyond
   * @param worst where it is 0, and beyond
   */
  public record Scale(double best, double worst) {
    /** The score, in 0..100; NaN where the index is not defined. */
    public double score(double value) {
      double part = (value - worst) / (best - worst);
      return 100 * Math.max(0, Math.min(1, part));
    }
  }

  /**
   * A limit that was passed.
   *
   * @param severe whether it was the severe one
   * @param limit the limit
   */
  public record Passed(boolean severe, double limit) {}

  /** The gravest limit that a value passes. */
  public Optional<Passed> passed(double value) {
    if (severe.isPresent() && beyond(value, severe.getAsDouble())) {
      return Optional.of(new Passed(true, severe.getAsDouble()));
    }
    return warning.isPresent() && beyond(value, warning.getAsDouble())
        ? Optional.of(new Passed(false, warning.getAsDouble()))
        : Optional.empty();
  }

  private boolean beyond(double value, double limit) {
    return worse == Worse.ABOVE ? value > limit : value < limit;
  }
}
