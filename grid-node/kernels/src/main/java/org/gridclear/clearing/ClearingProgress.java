package org.gridclear.clearing;

/** Told about each step of a clearing (C-11); must return quickly. */
@FunctionalInterface
public interface ClearingProgress {
  /** One line of the log, such as {@code round 2: 14 flow rows added}. */
  void step(String line);

  /** Says nothing. */
  static ClearingProgress silent() {
    return line -> {};
  }
}
