package org.gridclear.monitoring.index;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An index of a day and zone.
 *
 * @param value the number of the day; NaN where it is not defined
 * @param byPeriod numbers of the periods, or of the day alone
 * @param elements numbers of suppliers, fuels, products or constraints, by name
 * @param note why it is not defined, or what must be known to read it; "" for nothing
 */
public record IndexValue(
    double value, double[] byPeriod, SortedMap<String, Double> elements, String note) {
  public IndexValue {
    elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
  }

  /** Whether there is a number. */
  public boolean defined() {
    return !Double.isNaN(value);
  }

  /** The value of what was found. */
  static IndexValue of(Measured found, DayFigure figure) {
    int missing = 0;
    for (double value : found.byPeriod()) {
      missing += Double.isNaN(value) ? 1 : 0;
    }
    String note = found.note();
    if (missing > 0 && found.byPeriod().length > 1) {
      note =
          "%s%snot defined in %d of %d periods"
              .formatted(note, note.isEmpty() ? "" : "; ", missing, found.byPeriod().length);
    } else if (missing > 0 && note.isEmpty()) {
      note = "not defined";
    }
    return new IndexValue(figure.of(found.byPeriod()), found.byPeriod(), found.elements(), note);
  }
}
