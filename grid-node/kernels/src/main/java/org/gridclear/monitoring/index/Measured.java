package org.gridclear.monitoring.index;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a kernel or formula found.
 *
 * @param byPeriod a number a period, or one of the whole day; NaN where it is not defined
 * @param elements numbers of the day of suppliers, fuels, products or constraints, by name
 * @param note what must be known to read it; "" for nothing
 */
record Measured(double[] byPeriod, SortedMap<String, Double> elements, String note) {
  static Measured of(double[] byPeriod) {
    return new Measured(byPeriod, new TreeMap<>(), "");
  }

  static Measured ofDay(double value) {
    return of(new double[] {value});
  }

  static Measured undefined(String why) {
    return new Measured(new double[] {Double.NaN}, new TreeMap<>(), why);
  }

  Measured with(Map<String, Double> of) {
    return new Measured(byPeriod, new TreeMap<>(of), note);
  }

  Measured noted(String text) {
    return new Measured(byPeriod, elements, text);
  }

  boolean defined() {
    return Arrays.stream(byPeriod).anyMatch(value -> !Double.isNaN(value));
  }
}
