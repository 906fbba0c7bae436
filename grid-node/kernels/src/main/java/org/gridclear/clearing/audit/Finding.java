package org.gridclear.clearing.audit;

/**
 * Something that a result should not have.
 *
 * @param check what was checked, such as {@code minimum up time}
 * @param element where
 * @param period the period, counted from 0; -1 for the whole horizon
 * @param text what was found and what should be
 */
public record Finding(String check, String element, int period, String text) {
  /** The finding on one line. */
  public String line() {
    return "%s, %s%s: %s"
        .formatted(check, element, period < 0 ? "" : ", period " + (period + 1), text);
  }
}
