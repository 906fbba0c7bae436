package org.gridclear.marketfile;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random files of Egret: periods of 15, 30 and 60 minutes, fuel curves, two fuels, storage, grids,
 * reserve and ancillary services.
 */
final class RandomEgret extends RandomFiles {
  private static final int[] STEPS = {60, 30, 15};
  private int periods;
  private double hours;
  private int buses;
  private double capacity;

  RandomEgret(long seed) {
    super(seed);
  }

  ObjectNode file() {
    int step = STEPS[whole(0, 2)];
    hours = step / 60.0;
    periods = whole(3, 6);
    buses = whole(1, 4);
    ObjectNode file = NODES.objectNode();
    ObjectNode elements = file.putObject("elements");
    ObjectNode system = file.putObject("system");
    ArrayNode keys = system.putArray("time_keys");
    for (int t = 1; t <= periods; t++) {
      keys.add(Integer.toString(t));
    }
    system.put("time_period_length_minutes", step);
    system.put("baseMVA", 100);
    if (chance(0.8)) {
      system.put("load_mismatch_cost", real(500, 2000));
    }
    ObjectNode sites = elements.putObject("bus");
    for (int b = 0; b < buses; b++) {
      sites.putObject("b" + b);
    }
    ObjectNode units = elements.putObject("generator");
    for (int g = 0; g < whole(2, 4); g++) {
      units.set("g" + g, thermal());
    }
    if (chance(0.5)) {
      ObjectNode wind = units.putObject("wind").put("generator_type", "renewable");
      wind.put("bus", bus()).put("p_min", 0);
      wind.set("p_max", series(0, 60));
    }
    loads(elements);
    if (chance(0.4)) {
      elements.putObject("storage").set("s", store());
    }
    if (chance(0.6)) {
      system.set("reserve_requirement", series(0, 0.12 * capacity));
      if (chance(0.5)) {
        system.put("reserve_shortfall_cost", real(50, 400));
      }
    }
    if (chance(0.3)) {
      elements.putObject("zone").putObject("z").put("reserve_requirement", real(1, 20));
    }
    units.forEach(unit -> supply(elements, (ObjectNode) unit));
    if (chance(0.5)) {
      new RandomEgretServices(this).add(system, elements, capacity);
    }
    network(elements);
    return file;
  }

  int periods() {
    return periods;
  }

  /** Fuel of a unit with a fuel curve from one of two supplies, each for all that burn it. */
  private void supply(ObjectNode elements, ObjectNode unit) {
    for (String field : List.of("fuel_supply", "aux_fuel_supply")) {
      boolean burns = field.equals("fuel_supply") ? unit.has("p_fuel") : unit.has("aux_fuel_cost");
      if (burns && chance(0.6)) {
        String id = chance(0.7) ? "fs" : "ft";
        double full = unit.get("p_fuel").get("values").get(1).get(1).doubleValue() * hours;
        ObjectNode supplies = elements.withObjectProperty("fuel_supply");
        if (!supplies.has(id)) {
          ObjectNode supply = supplies.putObject(id).put("fuel_supply_type", "instantaneous");
          supply.set("fuel_available", series(0.5 * full, 2.5 * full));
        }
        unit.put(field, id);
      }
    }
  }

  private String bus() {
    return "b" + random.nextInt(buses);
  }

  ObjectNode series(double from, double to) {
    ObjectNode series = NODES.objectNode().put("data_type", "time_series");
    series.set("values", list(periods, from, to));
    return series;
  }

  private void loads(ObjectNode elements) {
    ObjectNode loads = elements.putObject("load");
    double share = 0.7 / buses;
    for (int b = 0; b < buses; b++) {
      ObjectNode load = loads.putObject("l" + b).put("bus", "b" + b);
      load.set("p_load", series(0.3 * share * capacity, share * capacity));
    }
    if (chance(0.3)) {
      loads.putObject("out").put("bus", bus()).put("in_service", false).put("p_load", 500);
    }
  }

  private ObjectNode thermal() {
    double least = real(5, 40);
    double[][] curve = curve(least, whole(2, 4));
    double most = curve[curve.length - 1][0];
    capacity += most;
    boolean on = chance(0.6);
    ObjectNode unit = NODES.objectNode().put("generator_type", "thermal").put("bus", bus());
    unit.put("in_service", true).put("zone", "z");
    unit.put("p_min", least);
    unit.put("p_max", most);
    unit.put("ramp_up_60min", real(10, 80) / hours);
    unit.put("ramp_down_60min", real(10, 80) / hours);
    if (chance(0.6)) {
      unit.put("startup_capacity", real(least, most + 20));
      unit.put("shutdown_capacity", real(least, most + 20));
    }
    double down = hours * whole(1, 3);
    unit.put("min_up_time", hours * whole(1, 3));
    unit.put("min_down_time", down);
    unit.put("initial_status", (on ? 1 : -1) * hours * whole(1, 8));
    unit.put("initial_p_output", on ? real(least, most) : 0);
    if (chance(0.3)) {
      unit.put("shutdown_cost", real(10, 200));
    }
    costs(unit, curve, most);
    starts(unit, down);
    return unit;
  }

  private void costs(ObjectNode unit, double[][] curve, double most) {
    boolean fuel = chance(0.4);
    if (!fuel && chance(0.3)) {
      ObjectNode cost = unit.putObject("p_cost").put("data_type", "cost_curve");
      ObjectNode values = cost.put("cost_curve_type", "polynomial").putObject("values");
      values.put("0", real(10, 200)).put("1", real(8, 30)).put("2", real(0.001, 0.1));
      return;
    }
    ObjectNode node = unit.putObject(fuel ? "p_fuel" : "p_cost");
    node.put("data_type", fuel ? "fuel_curve" : "cost_curve");
    if (!fuel) {
      node.put("cost_curve_type", "piecewise");
    }
    ArrayNode values = node.putArray("values");
    for (double[] point : curve) {
      values.addArray().add(point[0]).add(point[1]);
    }
    if (fuel) {
      unit.put("fuel_cost", real(0.5, 3));
      unit.put("non_fuel_no_load_cost", real(0, 50));
    } else if (chance(0.3)) {
      unit.put("p_max", Math.max(curve[0][0] + 5, most - 7));
    } else if (chance(0.2)) {
      unit.set("p_max", series(Math.max(curve[0][0] + 5, 0.8 * most), most));
    } else if (chance(0.2)) {
      dearerByPeriod(node);
    }
    if (fuel && chance(0.4)) {
      secondFuel(unit);
    }
  }

  /** A curve of its own for every period, each a multiple of the first. */
  private void dearerByPeriod(ObjectNode curve) {
    ObjectNode given = curve.deepCopy();
    curve.removeAll();
    ArrayNode curves = curve.put("data_type", "time_series").putArray("values");
    for (int t = 0; t < periods; t++) {
      ObjectNode each = given.deepCopy();
      double factor = real(0.8, 1.3);
      for (JsonNode point : each.get("values")) {
        ((ArrayNode) point).set(1, factor * point.get(1).doubleValue());
      }
      curves.add(each);
    }
  }

  private void secondFuel(ObjectNode unit) {
    unit.put("aux_fuel_capable", true).put("aux_fuel_cost", real(0.5, 3));
    boolean blends = chance(0.3);
    boolean switches = blends || chance(0.5);
    unit.put("aux_fuel_blending", blends).put("aux_fuel_online_switching", switches);
    if (!switches) {
      unit.put("aux_fuel_supply_initial", whole(0, 1));
    }
    if (hours != 1) {
      unit.remove("non_fuel_no_load_cost");
    }
  }

  private void starts(ObjectNode unit, double down) {
    boolean dual = unit.has("aux_fuel_capable");
    if (!dual && chance(0.2)) {
      unit.put("startup_cost", real(20, 300));
      return;
    }
    boolean fuel = dual || (unit.has("p_fuel") && chance(0.7));
    ArrayNode starts = unit.putArray(fuel ? "startup_fuel" : "startup_cost");
    double lag = down;
    double cost = real(20, 200);
    for (int s = 0; s < whole(1, 3); s++) {
      starts.addArray().add(lag).add(cost);
      lag += hours * whole(1, 3);
      cost += real(20, 200);
    }
    unit.put("non_fuel_startup_cost", real(0, 20));
  }

  private ObjectNode store() {
    ObjectNode store = NODES.objectNode().put("bus", bus());
    store.put("energy_capacity", real(20, 60));
    store.put("minimum_state_of_charge", real(0, 0.2));
    store.put("initial_state_of_charge", real(0.3, 0.6));
    store.put("end_state_of_charge", real(0.2, 0.3));
    store.put("max_charge_rate", real(5, 30)).put("max_discharge_rate", real(5, 30));
    store.put("charge_efficiency", real(0.8, 1)).put("discharge_efficienty", real(0.8, 1));
    store.put("retention_rate_60min", real(0.97, 1));
    store.put("charge_cost", real(0, 3)).put("discharge_cost", real(0, 3));
    return store;
  }

  private void network(ObjectNode elements) {
    if (buses == 1 || chance(0.1)) {
      return;
    }
    ObjectNode lines = elements.putObject("branch");
    int count = 0;
    for (int b = 1; b < buses; b++) {
      line(lines, "l" + count++, random.nextInt(b), b);
    }
    for (int extra = 0; extra < whole(1, 3); extra++) {
      int from = random.nextInt(buses);
      line(lines, "l" + count++, from, (from + 1) % buses);
    }
    if (chance(0.3)) {
      ObjectNode dc = elements.putObject("dc_branch").putObject("dc");
      dc.put("from_bus", "b0").put("to_bus", "b1").put("rating_long_term", real(5, 20));
    }
    if (chance(0.5)) {
      ObjectNode outages = elements.putObject("contingency");
      for (String id : List.copyOf(lines.propertyNames())) {
        outages.putObject("c" + id).put("branch_contingency", id);
      }
    }
  }

  private void line(ObjectNode lines, String id, int from, int to) {
    ObjectNode line = lines.putObject(id).put("from_bus", "b" + from).put("to_bus", "b" + to);
    line.put("reactance", real(0.02, 0.2));
    if (chance(0.6)) {
      line.put("rating_long_term", real(15, 60));
      if (chance(0.7)) {
        line.put("violation_penalty", real(50, 500));
      }
    }
    if (chance(0.3)) {
      line.put("branch_type", "transformer").put("transformer_tap_ratio", real(0.95, 1.05));
    }
  }
}
