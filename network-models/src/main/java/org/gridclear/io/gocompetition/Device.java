package org.gridclear.io.gocompetition;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * What producers and consumers have in common.
 *
 * @param uid its name
 * @param fields its static data
 * @param series its time series
 * @param initial its state before the first interval
 * @param elements the base of the file
 * @param onAtLeast 1 where it must be on
 * @param onAtMost 0 where it must be off
 * @param leastMw lower limit when on, 0 where it is off
 * @param mostMw upper limit when on, 0 where it is off
 */
record Device(
    String uid,
    JsonFields fields,
    JsonFields series,
    JsonFields initial,
    Elements elements,
    Series onAtLeast,
    Series onAtMost,
    Series leastMw,
    Series mostMw) {
  private static final String CANNOT_BIND = "It cannot bind.";

  static Device of(
      String uid, JsonFields fields, JsonFields series, JsonFields initial, Elements elements) {
    Series least = series.series("on_status_lb", elements.periods());
    Series most = series.series("on_status_ub", elements.periods());
    for (int t = 0; t < elements.periods(); t++) {
      boolean flags = isFlag(least.at(t)) && isFlag(most.at(t));
      if (!flags || least.at(t) > most.at(t)) {
        elements.refuse(
            series, "on_status_lb", least.at(t), "give 0 or 1, not above on_status_ub.");
        break;
      }
    }
    Series lower = elements.mw(series, "p_lb");
    Series upper = elements.mw(series, "p_ub");
    double[] low = new double[elements.periods()];
    double[] high = new double[elements.periods()];
    for (int t = 0; t < low.length; t++) {
      if (lower.at(t) < 0 || lower.at(t) > upper.at(t)) {
        elements.refuse(series, "p_lb", lower.at(t), "give a power from 0 to p_ub.");
      }
      boolean canRun = most.at(t) == 1;
      low[t] = canRun ? lower.at(t) : 0;
      high[t] = canRun ? upper.at(t) : 0;
    }
    return new Device(
        uid, fields, series, initial, elements, least, most, Series.of(low), Series.of(high));
  }

  private static boolean isFlag(double value) {
    return value == 0 || value == 1;
  }

  boolean initiallyOn() {
    return initial.flag("on_status", false);
  }

  double initialMw() {
    return initial.number("p", 0) * elements.baseMva();
  }

  /**
   * A limit on a window of intervals.
   *
   * @param from first interval
   * @param to one past the last
   * @param limit the limit as the file gives it
   */
  record Window(int from, int to, double limit) {
    double sum(Series values) {
      double sum = 0;
      for (int t = from; t < to; t++) {
        sum += values.at(t);
      }
      return sum;
    }
  }

  /** Windows {@code [start, end, limit]} in hours; an interval belongs where its middle lies. */
  List<Window> windows(String name) {
    List<Window> windows = new ArrayList<>();
    for (JsonNode node : fields.array(name)) {
      if (!node.isArray() || node.size() != 3) {
        elements
            .log()
            .add(
                Rule.FIELD_TYPE,
                fields.element(),
                name,
                JsonFields.label(node),
                "Give each window as [start, end, limit].");
        continue;
      }
      double start = fields.asNumber(name, node.get(0), false);
      double end = fields.asNumber(name, node.get(1), false);
      int from = 0;
      while (from < elements.periods() && middle(from) <= start) {
        from++;
      }
      int to = from;
      while (to < elements.periods() && middle(to) <= end) {
        to++;
      }
      windows.add(new Window(from, to, fields.asNumber(name, node.get(2), false)));
    }
    return windows;
  }

  /** Notices a field that was looked at and can change nothing. */
  void cannotBind(String name) {
    fields.unused("device", uid, name, CANNOT_BIND);
  }

  private double middle(int period) {
    return (period + 0.5) * elements.hours();
  }
}
