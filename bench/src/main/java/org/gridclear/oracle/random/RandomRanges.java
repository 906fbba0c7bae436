package org.gridclear.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ranges, fuel, emission and constraints given as data of a random case. */
final class RandomRanges {
  private final RandomDay day;
  private final List<Map<String, Object>> ranges = new ArrayList<>();

  RandomRanges(RandomDay day) {
    this.day = day;
  }

  void add(Map<String, Object> rules) {
    rules.put("groups", List.of(Map.of("id", "plant", "units", List.of("g0", "g1"))));
    if (day.has(Family.RANGES)) {
      for (int k = day.integer(1, 3); k > 0; k--) {
        range();
      }
    }
    if (day.has(Family.TONNES)) {
      tonnes(rules);
    }
    if (day.has(Family.LINEAR)) {
      rules.put("linear", List.of(linear()));
    }
    if (day.has(Family.VARIABLES)) {
      variables(rules);
    }
    rules.put("ranges", ranges);
  }

  private Map<String, Object> scope() {
    return switch (day.integer(0, 3)) {
      case 0 -> Map.of("units", List.of(day.unit()));
      case 1 -> Map.of("group", "plant");
      case 2 -> Map.of("zone", "A");
      default -> Map.of();
    };
  }

  private Map<String, Object> range(String kind, Map<String, Object> scope) {
    Map<String, Object> range = new TreeMap<>();
    range.put("id", "x" + ranges.size());
    range.put("kind", kind);
    range.put("scope", scope);
    if (day.chance(0.3)) {
      range.put("from", day.integer(0, day.periods() - 1));
    }
    if (day.chance(0.2)) {
      range.put("penaltyYuanPerUnit", day.integer(50, 2000));
    }
    ranges.add(range);
    return range;
  }

  private void range() {
    double share = day.capacityMw() / day.unitCount();
    switch (day.integer(0, 6)) {
      case 0 -> range("output", scope()).put("max", day.number(0.5, 1.5) * share);
      case 1 -> {
        Map<String, Object> energy = range("energy", scope());
        double mwh = share * day.periods() * day.hours();
        energy.put(day.chance(0.5) ? "max" : "min", day.number(0.3, 0.9) * mwh);
        energy.put("used", day.chance(0.3) ? 10 : 0);
      }
      case 2 -> {
        double mw = day.number(0.3, 0.8) * share;
        range("fixed-schedule", Map.of("units", List.of(day.unit()))).put("equal", mw);
      }
      case 3 -> range("units-online", Map.of()).put("min", day.integer(1, day.unitCount()));
      case 4 -> range("must-run-capacity", scope()).put("min", day.number(0.3, 1.2) * share);
      case 5 -> range(day.chance(0.5) ? "starts" : "stops", scope()).put("max", day.integer(0, 1));
      default -> range("output", scope()).put("min", day.number(0.2, 0.6) * share);
    }
  }

  private void tonnes(Map<String, Object> rules) {
    List<Map<String, Object>> rates = new ArrayList<>();
    for (int g = 0; g < day.unitCount(); g++) {
      for (String item : List.of("coal", "CO2")) {
        Map<String, Object> rate = new TreeMap<>();
        rate.put("unit", "g" + g);
        rate.put("item", item);
        rate.put("tPerMwh", 0.01 * day.integer(10, 120));
        rate.put("tPerHOn", day.chance(0.5) ? day.number(0, 10) : 0);
        rate.put("tPerStart", day.chance(0.5) ? day.number(0, 30) : 0);
        rates.add(rate);
      }
    }
    rules.put("rates", rates);
    double all = day.capacityMw() * day.periods() * day.hours();
    String[] kinds = {"fuel", "emission", "emission-total"};
    String kind = kinds[day.integer(0, 2)];
    Map<String, Object> range = range(kind, scope());
    range.put("item", kind.equals("fuel") ? "coal" : "CO2");
    range.put("max", day.number(0.1, 0.4) * all);
  }

  /**
   * A service that one unit gives within its output, its ramp over two periods and a choice, and
   * another within its output; what is missing costs.
   */
  private void variables(Map<String, Object> rules) {
    List<Map<String, Object>> variables = new ArrayList<>();
    variables.add(
        Map.of("id", "first", "max", day.series(1, 20), "yuanPerUnit", day.number(0, 30)));
    variables.add(Map.of("id", "second", "max", 15, "part", "ancillary"));
    variables.add(
        Map.of("id", "chosen", "max", 1, "whole", true, "yuanPerUnit", day.number(0, 90)));
    variables.add(Map.of("id", "missing", "part", "shortfall", "yuanPerUnit", day.number(50, 900)));
    List<Map<String, Object>> linear = new ArrayList<>();
    if (day.has(Family.LINEAR)) {
      linear.add(linear());
    }
    linear.add(
        row(
            "need",
            "min",
            day.series(2, 30),
            value("first", 1),
            value("second", 1),
            value("missing", 1)));
    linear.add(row("choice", "max", 0, value("first", 1), value("chosen", -12)));
    linear.add(row("one", "max", 0, value("chosen", 1), term("g0", "status", -1, 0)));
    linear.add(
        row(
            "rise",
            "max",
            day.series(2, 30),
            value("first", 0.5),
            lagged("first", 0.5),
            term("g0", "output", 1, 0),
            term("g0", "output", -1, 1)));
    linear.add(
        row(
            "within",
            "max",
            0,
            value("second", day.series(0.5, 1.5)),
            term("g1", "output", -1, 0),
            term("g1", "reserve-up", 1, 0)));
    rules.put("variables", variables);
    rules.put("linear", linear);
  }

  @SafeVarargs
  private static Map<String, Object> row(
      String id, String side, Object limit, Map<String, Object>... terms) {
    return Map.of("id", id, side, limit, "terms", List.of(terms), "penaltyYuanPerUnit", "Infinity");
  }

  private static Map<String, Object> value(String variable, Object coefficient) {
    return term(variable, "variable", coefficient, 0);
  }

  private static Map<String, Object> lagged(String variable, Object coefficient) {
    return term(variable, "variable", coefficient, 1);
  }

  private static Map<String, Object> term(String of, String quantity, Object factor, int lag) {
    return Map.of("unit", of, "quantity", quantity, "coefficient", factor, "lag", lag);
  }

  private Map<String, Object> linear() {
    List<Map<String, Object>> terms = new ArrayList<>();
    String[] quantities = {"output", "output", "status", "start", "stop"};
    for (int g = 0; g < 2; g++) {
      String quantity = quantities[day.integer(0, 4)];
      boolean mw = quantity.equals("output");
      double factor = mw ? day.number(-1, 1) : day.number(-30, 30);
      terms.add(Map.of("unit", "g" + g, "quantity", quantity, "coefficient", factor));
    }
    Map<String, Object> linear = new TreeMap<>();
    linear.put("id", "practical");
    linear.put("terms", terms);
    linear.put("max", day.series(0, 0.3 * day.capacityMw()));
    if (day.chance(0.3)) {
      linear.put("min", -0.2 * day.capacityMw());
    }
    return linear;
  }
}
