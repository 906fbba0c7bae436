package org.gridclear.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Trajectories, bands and water of a random case. */
final class RandomHabits {
  private final RandomDay day;

  RandomHabits(RandomDay day) {
    this.day = day;
  }

  void add(Map<String, Object> rules) {
    if (day.has(Family.TRAJECTORIES)) {
      rules.put("trajectories", List.of(trajectory()));
    }
    if (day.has(Family.BANDS)) {
      rules.put("bands", List.of(bands()));
    }
    if (day.has(Family.WATER)) {
      rules.put("reservoirs", reservoirs());
    }
  }

  private Map<String, Object> trajectory() {
    Map<String, Object> curve = new TreeMap<>();
    curve.put("unit", "g0");
    List<Double> start = new ArrayList<>();
    for (int i = day.integer(0, 2); i > 0; i--) {
      start.add(0, day.number(1, 10));
    }
    List<Double> stop = new ArrayList<>();
    for (int i = day.integer(start.isEmpty() ? 1 : 0, 1); i > 0; i--) {
      stop.add(day.number(1, 10));
    }
    curve.put("startMw", start);
    curve.put("stopMw", stop);
    Map<String, Object> unit = day.thermal().get(0);
    double least = (start.size() + stop.size()) * day.hours();
    if (least > RandomDay.number(unit, "minUpHours")) {
      unit.put("minUpHours", least);
      // It was drawn for the shorter time.
      unit.remove("commitment");
    }
    return curve;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> bands() {
    Map<String, Object> unit = day.thermal().get(0);
    Object offers = Objects.requireNonNull(unit.get("offers"));
    Object points = ((List<Map<String, Object>>) offers).get(0).get("mw");
    List<Double> mw = (List<Double>) Objects.requireNonNull(points);
    double first = mw.get(0);
    double room = mw.get(mw.size() - 1) - first;
    double from = first + day.number(0.1, 0.6) * room;
    Map<String, Object> bands = new TreeMap<>();
    bands.put("unit", "g0");
    bands.put("kind", day.chance(0.5) ? "mill" : "vibration");
    bands.put("bands", List.of(Map.of("fromMw", from, "toMw", from + day.number(0.1, 0.3) * room)));
    bands.put("dwellPeriodsMax", day.chance(0.5) ? 0 : 1);
    bands.put("crossingsPerDayMax", day.chance(0.5) ? -1 : day.integer(0, 1));
    return bands;
  }

  private List<Map<String, Object>> reservoirs() {
    List<Map<String, Object>> lakes = new ArrayList<>();
    lakes.add(lake("upper", "g0"));
    if (day.chance(0.5)) {
      lakes.get(0).put("downstream", "lower");
      lakes.get(0).put("delayHours", day.integer(0, 2) * day.hours());
      lakes.get(0).put("releaseBeforeM3PerS", day.number(0, 20));
      lakes.add(lake("lower", "g1"));
    }
    return lakes;
  }

  private Map<String, Object> lake(String id, String unit) {
    Map<String, Object> lake = new TreeMap<>();
    lake.put("id", id);
    lake.put("units", List.of(unit));
    lake.put("m3PerMwh", day.integer(1000, 3000));
    lake.put("inflowM3PerS", day.series(0, 30));
    lake.put("initialMm3", day.number(0.3, 0.8));
    lake.put("maxMm3", 1);
    lake.put("minMm3", 0.1);
    lake.put("endMinMm3", day.chance(0.5) ? day.number(0.1, 0.5) : 0.1);
    if (day.chance(0.3)) {
      lake.put("maxReleaseM3PerS", day.number(30, 80));
    }
    if (day.chance(0.3)) {
      lake.put("minReleaseM3PerS", day.number(0, 10));
    }
    if (day.chance(0.3)) {
      lake.put("maxSpillM3PerS", day.number(0, 20));
    }
    return lake;
  }
}
