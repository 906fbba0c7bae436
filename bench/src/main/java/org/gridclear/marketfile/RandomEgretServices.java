package org.gridclear.marketfile;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random ancillary services of an Egret file: requirements of the system, of a zone that all units
 * are in and of an area that some are in, penalty prices, and what units offer.
 */
final class RandomEgretServices {
  private static final List<List<String>> SERVICES =
      List.of(
          List.of("regulation_up", "regulation_down"),
          List.of("spinning_reserve"),
          List.of("non_spinning_reserve"),
          List.of("supplemental_reserve"),
          List.of("flexible_ramp_up", "flexible_ramp_down"));

  private final RandomEgret draw;

  RandomEgretServices(RandomEgret draw) {
    this.draw = draw;
  }

  /** Adds requirements and offers to a file whose units are complete. */
  void add(ObjectNode system, ObjectNode elements, double capacityMw) {
    List<ObjectNode> owners = new ArrayList<>();
    owners.add(system);
    if (draw.chance(0.4)) {
      owners.add(elements.withObjectProperty("area").withObjectProperty("a"));
    }
    if (draw.chance(0.3)) {
      owners.add(elements.withObjectProperty("zone").withObjectProperty("z"));
    }
    boolean any = false;
    for (List<String> family : SERVICES) {
      boolean last = family.equals(SERVICES.get(SERVICES.size() - 1));
      if (draw.chance(0.4) || (last && !any)) {
        require(owners, system, family, capacityMw);
        any = true;
      }
    }
    for (JsonNode unit : elements.get("generator")) {
      if (unit.get("generator_type").asString().equals("thermal")) {
        offer((ObjectNode) unit);
      }
    }
  }

  private void require(
      List<ObjectNode> owners, ObjectNode system, List<String> family, double capacityMw) {
    for (ObjectNode owner : owners) {
      if (owner == system ? draw.chance(0.8) : draw.chance(0.6)) {
        for (String service : family) {
          double most = (owner == system ? 0.06 : 0.03) * capacityMw;
          owner.set(service + "_requirement", draw.series(0, most));
        }
      }
    }
    if (owners.stream().noneMatch(owner -> owner.has(family.get(0) + "_requirement"))) {
      system.put(family.get(0) + "_requirement", draw.real(1, 0.05 * capacityMw));
    }
    if (draw.chance(0.4)) {
      String price = family.get(0).replaceFirst("_up$", "") + "_penalty_price";
      system.put(price, draw.real(40, 900));
    }
  }

  private void offer(ObjectNode unit) {
    double least = unit.get("p_min").doubleValue();
    double most = leastOf(unit.get("p_max"));
    double middle = Math.rint(500 * (least + most)) / 1000;
    unit.put("area", draw.chance(0.6) ? "a" : "c");
    if (draw.chance(0.6)) {
      unit.put("agc_capable", true).put("ramp_agc", draw.real(0.2, 2));
      unit.put("p_min_agc", draw.real(least, middle)).put("p_max_agc", draw.real(middle, most));
      price(unit, "agc_fixed_cost", 40);
      price(unit, "agc_marginal_cost", 8);
      if (draw.chance(0.15)) {
        ObjectNode fixed = draw.series(0, 0);
        fixed.putArray("values").add(0);
        for (int t = 1; t < draw.periods(); t++) {
          fixed.withArrayProperty("values").addNull();
        }
        unit.set("fixed_regulation", fixed);
      }
    }
    price(unit, "spinning_cost", 10);
    if (draw.chance(0.3)) {
      unit.put("spinning_capacity", draw.real(1, most - least));
    }
    if (draw.chance(0.5)) {
      unit.put("fast_start", true).put("non_spinning_capacity", draw.real(5, most));
      price(unit, "non_spinning_cost", 6);
    }
    price(unit, "supplemental_cost", 5);
    if (draw.chance(0.5)) {
      unit.put("supplemental_start", true);
      unit.put("supplemental_non_spinning_capacity", draw.real(5, most));
    }
    if (draw.chance(0.3)) {
      unit.put("supplemental_spinning_capacity", draw.real(1, most - least));
    }
  }

  private void price(ObjectNode unit, String field, double most) {
    if (draw.chance(0.6)) {
      unit.put(field, draw.real(0, most));
    } else if (draw.chance(0.5)) {
      unit.set(field, draw.series(0, most));
    }
  }

  private static double leastOf(JsonNode limit) {
    double least = Double.POSITIVE_INFINITY;
    for (JsonNode each : limit.isObject() ? limit.get("values") : List.of(limit)) {
      least = Math.min(least, each.doubleValue());
    }
    return least;
  }
}
