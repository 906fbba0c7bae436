package org.gridclear.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reserve, ranges and other rules of a random case. */
final class RandomRules {
  private final RandomDay day;

  RandomRules(RandomDay day) {
    this.day = day;
  }

  void add(Map<String, Object> document, Map<String, Object> rules) {
    List<Map<String, Object>> reserves = new ArrayList<>();
    List<Map<String, Object>> products = new ArrayList<>();
    List<Map<String, Object>> offers = new ArrayList<>();
    if (day.has(Family.RESERVE)) {
      provide("spin");
      reserves.add(Map.of("id", "spin", "mw", day.series(0, 0.15 * day.capacityMw())));
    }
    if (day.has(Family.PRODUCTS)) {
      products(reserves, products, offers);
    }
    if (day.has(Family.NON_SPINNING)) {
      provide("cold");
      double minutes = day.chance(0.5) ? 0 : 30;
      products.add(
          Map.of("id", "cold", "kind", "non-spinning", "direction", "up", "minutes", minutes));
      reserves.add(Map.of("id", "cold", "mw", day.series(0, 0.3 * day.capacityMw())));
    }
    document.put("reserves", reserves);
    new RandomRanges(day).add(rules);
    new RandomHabits(day).add(rules);
    rules.put("products", products);
    rules.put("reserveOffers", offers);
  }

  /** Most of the units may give a product. */
  @SuppressWarnings("unchecked")
  private void provide(String product) {
    for (Map<String, Object> unit : day.thermal()) {
      if (day.chance(0.75)) {
        List<String> names =
            new ArrayList<>((List<String>) unit.getOrDefault("reserves", List.of()));
        names.add(product);
        unit.put("reserves", names);
      }
    }
  }

  private void products(
      List<Map<String, Object>> reserves,
      List<Map<String, Object>> products,
      List<Map<String, Object>> offers) {
    String[] directions = {"up", "down"};
    for (int p = 0; p < 2; p++) {
      String id = "p" + p;
      String kind = day.chance(0.5) ? "spinning" : "regulation";
      double minutes = day.chance(0.3) ? 0 : day.integer(1, 3) * 5;
      products.add(Map.of("id", id, "kind", kind, "direction", directions[p], "minutes", minutes));
      provide(id);
      for (int g = 0; g < day.unitCount(); g++) {
        if (day.chance(0.4)) {
          offers.add(offer("g" + g, id));
        }
      }
      Map<String, Object> requirement = new TreeMap<>();
      requirement.put("id", "r" + p);
      requirement.put("product", id);
      requirement.put("mw", day.series(0, 0.08 * day.capacityMw()));
      if (day.chance(0.3)) {
        requirement.put("loadShare", 0.03);
        requirement.put("renewableShare", 0.05);
      }
      if (day.chance(0.3)) {
        requirement.put("scope", Map.of("zone", "A"));
      }
      if (day.chance(0.2)) {
        requirement.put("shortfallYuanPerMwh", 300);
      }
      reserves.add(requirement);
    }
  }

  private Map<String, Object> offer(String unit, String product) {
    Map<String, Object> offer = new TreeMap<>();
    offer.put("unit", unit);
    offer.put("product", product);
    offer.put("maxMw", day.series(2, 20));
    offer.put("priceYuanPerMwh", day.number(1, 40));
    if (day.chance(0.3)) {
      offer.put("mileageYuanPerMw", day.number(0, 5));
      offer.put("mileagePerMwh", day.number(0, 3));
    }
    return offer;
  }
}
