package org.gridclear.market.check;

import java.util.List;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.validate.Severity;

/**
 * One rule.
 *
 * @param id unique within a set, such as {@code LOAD-JUMP}
 * @param type what it looks at
 * @param kinds kinds of series that it holds for
 * @param severity how bad a breach is
 * @param inEffect whether it counts
 * @param threshold when it is broken
 */
public record CheckRule(
    String id,
    CheckType type,
    List<SeriesKind> kinds,
    Severity severity,
    boolean inEffect,
    Threshold threshold) {
  public CheckRule {
    kinds = List.copyOf(kinds);
  }

  /**
   * When a rule is broken; what its type does not need stays as it is by default.
   *
   * @param min least value, in the unit of the kind
   * @param max greatest value, in the unit of the kind
   * @param limit greatest deviation, as a share
   * @param days how many days back
   * @param minutes how long before the first step
   */
  public record Threshold(double min, double max, double limit, int days, int minutes) {
    /** Nothing is out of it. */
    public static final Threshold NONE =
        new Threshold(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 7, 0);

    /** A greatest deviation. */
    public static Threshold share(double limit) {
      return new Threshold(NONE.min, NONE.max, limit, NONE.days, NONE.minutes);
    }

    /** A greatest deviation from some days. */
    public static Threshold share(double limit, int days) {
      return new Threshold(NONE.min, NONE.max, limit, days, NONE.minutes);
    }

    /** A range of values. */
    public static Threshold range(double min, double max) {
      return new Threshold(min, max, NONE.limit, NONE.days, NONE.minutes);
    }

    /** A time before the first step. */
    public static Threshold minutes(int minutes) {
      return new Threshold(NONE.min, NONE.max, NONE.limit, NONE.days, minutes);
    }
  }

  /** The same in or out of effect. */
  public CheckRule switched(boolean on) {
    return new CheckRule(id, type, kinds, severity, on, threshold);
  }
}
