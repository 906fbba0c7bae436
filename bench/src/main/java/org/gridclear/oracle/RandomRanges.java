package org.gridclear.oracle;

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
