package org.gridclear.market.fallback;

import java.util.Locale;

/**
 * Where today differs from before, and what was made of it.
 *
 * @param kind unit, storage, load, bus, reserve or hvdc
 * @param element its id
 * @param period the first period, counted from 1; 0 for the whole horizon
 * @param count how many periods
 * @param text what was done and why
 */
public record Adaptation(String kind, String element, int period, int count, String text) {
  /** On one line. */
  public String line() {
    String when =
        count == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", period %d%s",
                period,
                count == 1 ? "" : " and " + (count - 1) + " more");
    return "%s %s%s: %s".formatted(kind, element, when, text);
  }
}
