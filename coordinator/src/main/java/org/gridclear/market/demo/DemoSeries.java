package org.gridclear.market.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.gridclear.market.MarketDay;

/**
 * Forecasts of a synthetic market as files of series (docs/market.md).
 *
 * @param day its loads and what follows wind and sun
 * @param date the trading date
 * @param offset offset of the market's zone from UTC, such as {@code +08:00}
 */
record DemoSeries(MarketDay day, LocalDate date, String offset) {
  private static final int HOURS = 24;
  private static final int FACTOR_DECIMALS = 9;
  private static final int MINUTES_PER_HOUR = 60;

  /** Forecast of the load of the date by hours. */
  String load(String kind, String knownAt, double factor) {
    List<String> values = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      values.add(mw(factor * day.loadMw(hour)));
    }
    return file(kind, "MW", knownAt, "PT1H", "00:00", Map.of("system", values));
  }

  /**
   * Forecast of the load of the next hours in five minutes each.
   *
   * @param fromMinute minute of the day at which it begins
   * @param count steps; what lies after the day is left out
   * @param factor of the load of the day ahead, by minute of the day; NaN for what is not known
   */
  String soon(int fromMinute, int count, String knownAt, IntToDoubleFunction factor) {
    List<String> values = new ArrayList<>();
    for (int minute = fromMinute; minute < fromMinute + 5 * count && minute < 1440; minute += 5) {
      double load = smooth(minute) * factor.applyAsDouble(minute);
      values.add(Double.isNaN(load) ? "null" : mw(load));
    }
    String start =
        "%02d:%02d".formatted(fromMinute / MINUTES_PER_HOUR, fromMinute % MINUTES_PER_HOUR);
    return file(
        "load-forecast-ultra-short", "MW", knownAt, "PT5M", start, Map.of("system", values));
  }

  /** The load at a minute, between the means of the hours. */
  private double smooth(int minute) {
    double at = (minute + 2.5) / MINUTES_PER_HOUR - 0.5;
    int before = (int) Math.floor(at);
    double share = at - before;
    int first = Math.max(0, Math.min(HOURS - 1, before));
    int second = Math.max(0, Math.min(HOURS - 1, before + 1));
    return (1 - share) * day.loadMw(first) + share * day.loadMw(second);
  }

  /** Shares of the buses, which add up to one exactly. */
  String factors(String knownAt) {
    Map<String, Double> load = new TreeMap<>();
    day.busLoads().forEach(each -> load.merge(each.bus(), each.mw().at(0), Double::sum));
    double all = load.values().stream().mapToDouble(mw -> mw).sum();
    Map<String, List<String>> values = new TreeMap<>();
    BigDecimal left = BigDecimal.ONE;
    String last = "";
    for (Map.Entry<String, Double> bus : load.entrySet()) {
      BigDecimal share =
          BigDecimal.valueOf(bus.getValue() / all).setScale(FACTOR_DECIMALS, RoundingMode.HALF_UP);
      left = left.subtract(share);
      values.put(bus.getKey(), hours(share));
      last = bus.getKey();
    }
    BigDecimal mended = new BigDecimal(Objects.requireNonNull(values.get(last)).get(0)).add(left);
    values.put(last, hours(mended));
    return file("bus-factor", "share", knownAt, "PT1H", "00:00", values);
  }

  private static List<String> hours(BigDecimal value) {
    return java.util.Collections.nCopies(HOURS, value.toPlainString());
  }

  /** Forecasts of the units that follow wind and sun. */
  String renewables(String knownAt) {
    Map<String, List<String>> values = new TreeMap<>();
    day.profiledUnits()
        .forEach(
            unit -> {
              List<String> mw = new ArrayList<>();
              for (int hour = 0; hour < HOURS; hour++) {
                mw.add(mw(unit.maxMw().at(hour)));
              }
              values.put(unit.id(), mw);
            });
    return file("renewable-forecast", "MW", knownAt, "PT1H", "00:00", values);
  }

  private static String mw(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }

  private String file(
      String kind,
      String unit,
      String knownAt,
      String step,
      String start,
      Map<String, List<String>> values) {
    List<String> columns = new ArrayList<>();
    new TreeMap<>(values)
        .forEach(
            (subject, column) ->
                columns.add("\"%s\": [%s]".formatted(subject, String.join(", ", column))));
    return """
    {"format": "gridclear-series", "version": 1, "kind": "%s", "unit": "%s", "source": "EMS",
     "knownAt": "%s", "step": "%s", "from": "%sT%s%s", "values": {%s}}
    """
        .formatted(kind, unit, knownAt, step, date, start, offset, String.join(",\n  ", columns));
  }
}
