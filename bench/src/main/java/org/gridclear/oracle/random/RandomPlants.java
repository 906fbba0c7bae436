package org.gridclear.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Storage, wind, price-sensitive load and reservoirs of a random case. */
final class RandomPlants {
  private final RandomDay day;

  RandomPlants(RandomDay day) {
    this.day = day;
  }

  void add(Map<String, Object> document, Map<String, Object> rules) {
    if (day.has(Family.STORAGE)) {
      document.put("storageUnits", List.of(storage()));
    }
    if (day.has(Family.PROFILES) || day.has(Family.SURPLUS)) {
      document.put("profiledUnits", List.of(wind()));
    }
    if (day.has(Family.PROFILES)) {
      document.put(
          "flexibleLoads",
          List.of(
              Map.of(
                  "id", "f",
                  "bus", day.bus(),
                  "maxMw", day.series(0, 25),
                  "valueYuanPerMwh", day.series(20, 500))));
      document.put(
          "interchanges",
          List.of(Map.of("id", "tie", "bus", day.bus(), "importMw", day.series(-10, 10))));
    }
  }

  private Map<String, Object> storage() {
    Map<String, Object> unit = new TreeMap<>();
    double most = day.number(15, 60);
    double level = day.number(0.2, 0.8) * most;
    unit.put("id", "s");
    unit.put("bus", day.bus());
    unit.put("maxLevelMwh", most);
    unit.put("maxChargeMw", day.number(5, 30));
    unit.put("maxDischargeMw", day.number(5, 30));
    unit.put("initialLevelMwh", level);
    unit.put("endMinLevelMwh", day.chance(0.5) ? level : 0);
    unit.put("chargeEfficiency", 0.01 * day.integer(85, 100));
    unit.put("dischargeEfficiency", 0.01 * day.integer(85, 100));
    unit.put("chargeYuanPerMwh", day.number(0, 5));
    unit.put("dischargeYuanPerMwh", day.number(0, 5));
    if (day.chance(0.3)) {
      unit.put("lossShare", 0.01 * day.integer(0, 3));
    }
    if (day.chance(0.3)) {
      unit.put("minChargeMw", 3);
      unit.put("minDischargeMw", 3);
    }
    if (day.chance(0.3)) {
      unit.put("simultaneous", List.of(true));
    }
    return unit;
  }

  private Map<String, Object> wind() {
    List<Double> most = day.series(0, 0.4 * day.capacityMw());
    List<Double> least = new ArrayList<>(most);
    least.replaceAll(mw -> day.chance(0.2) ? mw / 2 : 0.0);
    return Map.of(
        "id",
        "w",
        "bus",
        day.bus(),
        "minMw",
        least,
        "maxMw",
        most,
        "priceYuanPerMwh",
        day.has(Family.SURPLUS) ? -day.number(10, 300) : day.number(0, 50));
  }
}
