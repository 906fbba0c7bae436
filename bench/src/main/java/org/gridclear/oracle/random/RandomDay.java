package org.gridclear.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Draws of one random case, and what all parts of it go by: horizon, thermal units, demand. */
final class RandomDay {
  private static final int MINUTES_PER_DAY = 1440;

  private final Set<Family> families;
  private final SplittableRandom random;
  private final boolean whole;
  private final int periods;
  private final int minutes;
  private final int buses;
  private final int units;
  private final List<Map<String, Object>> thermal = new ArrayList<>();
  private double capacityMw;

  RandomDay(Set<Family> families, long seed) {
    this(families, seed, 0);
  }

  /** A part of a day; where the length of a period is given, the whole day in such periods. */
  RandomDay(Set<Family> families, long seed, int minutesOfWhole) {
    this.families = families;
    this.random = new SplittableRandom(seed);
    int some = integer(2, 5);
    int any = chance(0.3) ? 30 : 60;
    this.whole = minutesOfWhole > 0;
    this.periods = whole ? MINUTES_PER_DAY / minutesOfWhole : some;
    this.minutes = whole ? minutesOfWhole : any;
    this.buses = grid() ? integer(2, 4) : 1;
    this.units = integer(2, 3);
  }

  private boolean grid() {
    return has(Family.NETWORK)
        || has(Family.OUTAGES)
        || has(Family.PLANNED)
        || has(Family.LOSSES)
        || has(Family.FLOWGATES)
        || has(Family.HVDC);
  }

  boolean has(Family family) {
    return families.contains(family);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** A whole number between two, both included. */
  int integer(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** A number of one decimal. */
  double number(double least, double most) {
    return Math.round(10 * (least + random.nextDouble() * (most - least))) / 10.0;
  }

  /** A number that was drawn for a part. */
  static double number(Map<String, Object> part, String field) {
    return ((Number) Objects.requireNonNull(part.get(field), field)).doubleValue();
  }

  int periods() {
    return periods;
  }

  double hours() {
    return minutes / 60.0;
  }

  /** A number for every period. */
  List<Double> series(double least, double most) {
    List<Double> values = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      values.add(number(least, most));
    }
    return values;
  }

  String bus() {
    return "b" + random.nextInt(buses);
  }

  String unit() {
    return "g" + random.nextInt(units);
  }

  int unitCount() {
    return units;
  }

  int busCount() {
    return buses;
  }

  double capacityMw() {
    return capacityMw;
  }

  List<Map<String, Object>> thermal() {
    return thermal;
  }

  /** Horizon, thermal units and demand as a document of the case format. */
  Map<String, Object> document() {
    Map<String, Object> document = new TreeMap<>();
    int start = !whole && chance(0.2) ? MINUTES_PER_DAY - minutes * integer(1, periods) : 0;
    document.put(
        "horizon",
        Map.of("periodCount", periods, "minutesPerPeriod", minutes, "startMinute", start));
    document.put("name", "random");
    for (int g = 0; g < units; g++) {
      thermal.add(thermalUnit(g));
    }
    document.put("thermalUnits", thermal);
    document.put("busLoads", loads());
    return document;
  }

  private Map<String, Object> thermalUnit(int g) {
    Map<String, Object> unit = new TreeMap<>();
    double first = number(10, 35);
    int segments = integer(1, 2);
    double last = first;
    double price = number(20, 300);
    double cost = number(500, 4000);
    List<Double> mw = new ArrayList<>(List.of(first));
    List<Double> yuan = new ArrayList<>(List.of(cost));
    for (int k = 0; k < segments; k++) {
      double width = number(15, 50);
      last += width;
      cost += width * price;
      price += number(5, 100);
      mw.add(last);
      yuan.add(cost);
    }
    unit.put("id", "g" + g);
    unit.put("bus", bus());
    unit.put("offers", offers(mw, yuan));
    unit.put("rampUpMwPerH", number(15, 120));
    unit.put("rampDownMwPerH", number(15, 120));
    if (chance(0.5)) {
      unit.put("startRampMw", number(first, last));
      unit.put("stopRampMw", number(first, last));
    }
    unit.put("minUpHours", integer(0, 3));
    unit.put("minDownHours", integer(0, 3));
    if (chance(0.3)) {
      unit.put("maxStartsPerDay", 1);
    }
    unit.put("startCategories", starts());
    if (!has(Family.UNKNOWN_BEFORE) || chance(0.5)) {
      unit.put("initial", initial(first, last));
    }
    // Curves of whole days last for hours, and the units stay on or off for as long.
    if (chance(0.15) && !whole) {
      unit.put("commitment", commitment(unit));
    }
    if (has(Family.OFFER_ENDS)) {
      unit.put("pMaxMw", Math.max(first, Math.round(last * number(0.85, 1.4) * 10) / 10.0));
    }
    if (has(Family.CONTRADICTIONS) && chance(0.6)) {
      contradict(unit, first, last);
    }
    capacityMw += last;
    return unit;
  }

  /**
   * Limits that fall and rise faster than the unit, or a start that is asked for and not allowed.
   */
  private void contradict(Map<String, Object> unit, double first, double last) {
    if (chance(0.5)) {
      unit.put("rampUpMwPerH", number(1, 6));
      unit.put("rampDownMwPerH", number(1, 6));
      unit.put("pMinMw", number(first, (first + last) / 2));
      unit.put("pMaxMw", series((first + last) / 2, last));
      return;
    }
    List<String> statuses = new ArrayList<>(java.util.Collections.nCopies(periods, "free"));
    statuses.set(periods - 1, "on");
    unit.put("commitment", statuses);
    unit.put("initial", Map.of("on", false, "hours", 6));
    unit.put("maxStartsPerDay", 0);
  }

  /** Some periods in a row in which the data give the status, after the time it must keep. */
  @SuppressWarnings("unchecked")
  private List<String> commitment(Map<String, Object> unit) {
    boolean on = chance(0.4);
    Map<String, Object> initial = (Map<String, Object>) unit.get("initial");
    double rest = 0;
    if (initial != null && !Boolean.valueOf(on).equals(initial.get("on"))) {
      double least = number(unit, on ? "minDownHours" : "minUpHours");
      rest = Math.max(0, least - number(initial, "hours"));
    }
    int from = integer(0, periods - 1) + (int) Math.ceil(rest / hours());
    int to = from + integer(1, periods);
    List<String> statuses = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      statuses.add(t < from || t >= to ? "free" : on ? "on" : "off");
    }
    return statuses;
  }

  private List<Map<String, Object>> offers(List<Double> mw, List<Double> yuan) {
    List<Map<String, Object>> offers = new ArrayList<>();
    offers.add(Map.of("mw", mw, "yuanPerH", yuan));
    for (int t = 1; has(Family.CHANGING_OFFERS) && t < periods; t++) {
      double scale = chance(0.5) ? 1 : number(0.5, 1.5);
      List<Double> scaled = new ArrayList<>(yuan);
      scaled.replaceAll(value -> value * scale);
      List<Double> points = new ArrayList<>(mw);
      if (chance(0.5)) {
        points.set(0, points.get(0) - number(0, 8));
      }
      offers.add(Map.of("mw", points, "yuanPerH", scaled));
    }
    return offers;
  }

  private List<Map<String, Object>> starts() {
    List<Map<String, Object>> starts = new ArrayList<>();
    double hoursOff = integer(0, 2);
    double cost = number(0, 3000);
    for (int s = integer(1, 3); s > 0; s--) {
      starts.add(Map.of("offHours", hoursOff, "costYuan", cost));
      hoursOff += integer(1, 3);
      cost += number(100, 3000);
    }
    return starts;
  }

  private Map<String, Object> initial(double first, double last) {
    return chance(0.6)
        ? Map.of("on", true, "hours", integer(1, 6), "powerMw", number(first, last))
        : Map.of("on", false, "hours", integer(1, 6));
  }

  private List<Map<String, Object>> loads() {
    List<Map<String, Object>> loads = new ArrayList<>();
    double least = has(Family.SURPLUS) ? 0.05 : 0.3;
    double most = has(Family.SURPLUS) ? 0.4 : 0.85;
    int count = Math.min(buses, integer(1, 3));
    for (int i = 0; i < count; i++) {
      double share = capacityMw / count;
      loads.add(Map.of("bus", i == 0 ? bus() : "b" + i, "mw", series(least * share, most * share)));
    }
    return loads;
  }
}
