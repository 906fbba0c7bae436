package org.gridclear.marketfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.solver.Terms;
import tools.jackson.databind.JsonNode;

/**
 * Egret's unit commitment model by its own sources (parameters, three-binary status, Damcı-Kurt
 * ramps, services for storage): costs per hour, limits of starts and stops scaled to the period,
 * limits without a penalty kept, requirement and load mismatch penalised. Ancillary services are
 * {@link EgretServiceRows}, fuel is {@link EgretFuelRows}.
 */
final class EgretProgram extends FileProgram {
  private static final double FREE = Double.POSITIVE_INFINITY;
  private final JsonNode elements;
  private final JsonNode system;
  private final List<int[]> reserves = new ArrayList<>();
  private final Map<String, List<int[]>> ofZone = new HashMap<>();
  private final EgretServiceRows services;
  private final EgretFuelRows fuel;

  private EgretProgram(JsonNode file, int periods, double hours) {
    super(periods, hours);
    this.elements = file.get("elements");
    this.system = file.get("system");
    this.services = new EgretServiceRows(this, system, elements);
    this.fuel = new EgretFuelRows(this);
  }

  static FileProgram of(JsonNode file) {
    JsonNode system = file.get("system");
    double minutes = Json.number(system, "time_period_length_minutes", 60);
    EgretProgram p = new EgretProgram(file, system.get("time_keys").size(), minutes / 60);
    p.build();
    return p;
  }

  private double[] series(JsonNode owner, String field, double byDefault) {
    return Json.series(owner, field, periods, byDefault);
  }

  private static boolean runs(JsonNode element) {
    return element.path("in_service").asBoolean(true);
  }

  private void build() {
    loads();
    for (Map.Entry<String, JsonNode> unit : elements.get("generator").properties()) {
      if (!runs(unit.getValue())) {
        continue;
      }
      if (unit.getValue().get("generator_type").asString().equals("thermal")) {
        thermal(unit.getKey(), unit.getValue());
      } else {
        renewable(unit.getValue());
      }
    }
    for (JsonNode s : Json.section(elements, "storage")) {
      if (runs(s)) {
        store(s);
      }
    }
    for (JsonNode line : Json.section(elements, "dc_branch")) {
      if (runs(line)) {
        dcLine(line);
      }
    }
    double mismatch = Json.number(system, "load_mismatch_cost", 10_000);
    slack(Json.constant(mismatch, periods));
    double missing = Json.number(system, "reserve_shortfall_cost", mismatch / 10);
    reserve(reserves, system, missing);
    for (Map.Entry<String, JsonNode> zone : Json.section(elements, "zone").properties()) {
      reserve(ofZone.getOrDefault(zone.getKey(), List.of()), zone.getValue(), missing);
    }
    fuel.supplies(Json.section(elements, "fuel_supply"));
    services.add(mismatch, missing);
    network(Json.number(system, "contingency_flow_violation_cost", mismatch / 2));
  }

  private void loads() {
    Map<String, double[]> mw = new HashMap<>();
    for (JsonNode load : elements.get("load")) {
      if (runs(load)) {
        double[] sum = mw.computeIfAbsent(load.get("bus").asString(), k -> new double[periods]);
        double[] more = series(load, "p_load", 0);
        for (int t = 0; t < periods; t++) {
          sum[t] += more[t];
        }
      }
    }
    elements
        .get("bus")
        .propertyNames()
        .forEach(id -> addBus(id, mw.getOrDefault(id, new double[periods])));
    for (JsonNode shunt : Json.section(elements, "shunt")) {
      for (int t = 0; t < periods; t++) {
        double drawn = Json.number(shunt, "gs", 0);
        inject(bus(shunt.get("bus").asString()), t, model.addColumn(drawn, drawn, 0), -1);
      }
    }
  }

  private void renewable(JsonNode unit) {
    double[] least = series(unit, "p_min", 0);
    double[] most = series(unit, "p_max", 0);
    for (int t = 0; t < periods; t++) {
      inject(bus(unit.get("bus").asString()), t, model.addColumn(least[t], most[t], 0), 1);
    }
  }

  private void dcLine(JsonNode line) {
    double most = line.get("rating_long_term").doubleValue();
    for (int t = 0; t < periods; t++) {
      int mw = model.addColumn(-most, most, 0);
      inject(bus(line.get("from_bus").asString()), t, mw, -1);
      inject(bus(line.get("to_bus").asString()), t, mw, 1);
    }
  }

  private void store(JsonNode s) {
    double capacity = s.get("energy_capacity").doubleValue();
    double first = Json.number(s, "initial_state_of_charge", 0.5);
    double kept = Math.pow(Json.number(s, "retention_rate_60min", 1), hours);
    double[] keeps = Json.constant(kept, periods);
    keeps[0] = 1;
    storage(
        bus(s.get("bus").asString()),
        new Store(
            Json.constant(capacity * Json.number(s, "minimum_state_of_charge", 0), periods),
            Json.constant(capacity, periods),
            new double[][] {
              series(s, "min_charge_rate", 0),
              series(s, "max_charge_rate", 0),
              series(s, "min_discharge_rate", 0),
              series(s, "max_discharge_rate", 0)
            },
            new double[][] {series(s, "charge_cost", 0), series(s, "discharge_cost", 0)},
            series(s, "charge_efficiency", 1),
            series(s, "discharge_efficienty", 1),
            keeps,
            new boolean[periods],
            capacity * first,
            capacity * Json.number(s, "end_state_of_charge", first),
            capacity));
  }

  private int steps(double inHours) {
    return (int) Math.rint(inHours / hours);
  }

  private void thermal(String id, JsonNode unit) {
    double[] least = series(unit, "p_min", 0);
    double[] most = series(unit, "p_max", 0);
    double[] fuelCost = series(unit, "fuel_cost", 0);
    double[] noLoad = series(unit, "non_fuel_no_load_cost", 0);
    boolean dual = EgretFuelRows.isDual(unit);
    List<double[][]> burnt = new ArrayList<>();
    List<double[][]> curves = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      boolean isFuel = unit.has("p_fuel");
      double[][] curve = curve(unit.get(isFuel ? "p_fuel" : "p_cost"), t, least[t], most[t]);
      double[][] priced = new double[curve.length][];
      for (int k = 0; k < curve.length; k++) {
        double factor = dual ? 0 : isFuel ? fuelCost[t] : 1;
        priced[k] = new double[] {curve[k][0], noLoad[t] + curve[k][1] * factor};
      }
      burnt.add(curve);
      curves.add(priced);
    }
    double down = unit.get("min_down_time").doubleValue();
    String field = unit.has("startup_cost") ? "startup_cost" : "startup_fuel";
    double factor = unit.has("startup_cost") ? 1 : dual ? 0 : fuelCost[0];
    JsonNode given = unit.get(field);
    int count = given != null && given.isArray() ? given.size() : 1;
    int[] lags = new int[count];
    double[] yuan = new double[count];
    for (int s = 0; s < count; s++) {
      boolean pairs = given != null && given.isArray();
      lags[s] = Math.max(1, steps(pairs ? given.get(s).get(0).doubleValue() : down));
      double each =
          given == null ? 0 : pairs ? given.get(s).get(1).doubleValue() : given.doubleValue();
      yuan[s] = Json.number(unit, "non_fuel_startup_cost", 0) + factor * each;
    }
    double status = unit.get("initial_status").doubleValue();
    int[] fixed = new int[periods];
    double[] commitment = series(unit, "fixed_commitment", -1);
    for (int t = 0; t < periods; t++) {
      fixed[t] = (int) commitment[t];
    }
    Machine g =
        new Machine(
            this,
            bus(unit.get("bus").asString()),
            new Machine.Data(
                id,
                curves,
                Math.max(1, steps(unit.get("min_up_time").doubleValue())),
                Math.max(1, steps(down)),
                status > 0,
                steps(Math.abs(status)),
                unit.get("initial_p_output").doubleValue(),
                lags,
                yuan,
                Json.number(unit, "shutdown_cost", 0),
                fixed));
    limits(g, unit);
    fuel.unit(g, unit, burnt);
  }

  /** Points between {@code p_min} and {@code p_max}; no curve costs nothing. */
  private static double[][] curve(JsonNode given, int t, double least, double most) {
    JsonNode curve = given;
    if (given != null && given.get("data_type").asString().equals("time_series")) {
      curve = given.get("values").get(t);
    }
    List<double[]> points = new ArrayList<>();
    if (curve != null && curve.get("values").isObject()) {
      double a = Json.number(curve.get("values"), "0", 0);
      double b = Json.number(curve.get("values"), "1", 0);
      double c = Json.number(curve.get("values"), "2", 0);
      for (double x : new double[] {least, (least + most) / 2, most}) {
        points.add(new double[] {x, a + b * x + c * x * x});
      }
      return points.toArray(double[][]::new);
    }
    if (curve == null) {
      return new double[][] {{least, 0}, {most, 0}};
    }
    double x0 = 0;
    double y0 = 0;
    for (JsonNode point : curve.get("values")) {
      double x = point.get(0).doubleValue();
      double y = point.get(1).doubleValue();
      for (double end : new double[] {least, most}) {
        if (x0 < end && end < x) {
          points.add(new double[] {end, y0 + (end - x0) * (y - y0) / (x - x0)});
        }
      }
      points.add(new double[] {x, y});
      x0 = x;
      y0 = y;
    }
    points.removeIf(point -> point[0] < least || point[0] > most);
    return points.toArray(double[][]::new);
  }

  private void limits(Machine g, JsonNode unit) {
    double rise = unit.get("ramp_up_60min").doubleValue() * hours;
    double fall = unit.get("ramp_down_60min").doubleValue() * hours;
    int[] reserve = new int[periods];
    double least = g.data.minMw(0);
    double startRoom = room(unit, "startup_capacity", least, rise);
    double stopRoom = room(unit, "shutdown_capacity", least, fall);
    for (int t = 0; t < periods; t++) {
      reserve[t] = model.addColumn(0, FREE, 0);
      g.startLimit(t, least + startRoom, reserve[t]);
      g.stopLimit(t, least + stopRoom, reserve[t]);
      Terms up = new Terms().add(g.above[t], 1).add(reserve[t], 1).add(g.on[t], -rise);
      up.add(g.start[t], rise - startRoom);
      Terms down = new Terms().add(g.above[t], -1).add(g.stop[t], fall - stopRoom);
      double was = g.data.wasAboveMw();
      if (t > 0) {
        up.add(g.above[t - 1], -1);
        down.add(g.above[t - 1], 1).add(g.on[t - 1], -fall);
      }
      model.atMost(t == 0 ? was : 0, up);
      model.atMost(t == 0 ? (g.data.wasOn() ? fall : 0) - was : 0, down);
    }
    new EgretUnitServiceRows(services, this, g, unit, reserve)
        .add(least + startRoom, least + stopRoom);
    reserves.add(reserve);
    ofZone.computeIfAbsent(unit.path("zone").asString(""), k -> new ArrayList<>()).add(reserve);
  }

  /** Room above the least output in the period of a start or stop, by default half the ramp. */
  private double room(JsonNode unit, String field, double least, double ramp) {
    return unit.has(field) ? (unit.get(field).doubleValue() - least) * hours : ramp / 2;
  }

  private void reserve(List<int[]> from, JsonNode owner, double price) {
    if (!owner.has("reserve_requirement")) {
      return;
    }
    double[] required = series(owner, "reserve_requirement", 0);
    for (int t = 0; t < periods; t++) {
      Terms row = new Terms().add(model.addColumn(0, required[t], price * hours), 1);
      for (int[] columns : from) {
        row.add(columns[t], 1);
      }
      model.atLeast(required[t], row);
    }
  }

  private void network(double afterOutage) {
    double base = Json.number(system, "baseMVA", 100);
    JsonNode section = Json.section(elements, "branch");
    for (Map.Entry<String, JsonNode> each : section.properties()) {
      JsonNode line = each.getValue();
      if (runs(line)) {
        double x = line.get("reactance").doubleValue();
        double tap = Json.number(line, "transformer_tap_ratio", 1);
        int from = bus(line.get("from_bus").asString());
        int to = bus(line.get("to_bus").asString());
        addLine(new Line(each.getKey(), from, to, base / (x * tap)));
      }
    }
    boolean joined = lines().isEmpty() && Json.section(elements, "dc_branch").isEmpty();
    for (int t = 0; t < periods; t++) {
      if (joined) {
        balanceTogether(t);
        continue;
      }
      int[] angle = balance(t, Collections.emptyList());
      int[] over = new int[lines().size()];
      for (int l = 0; l < over.length; l++) {
        Line line = lines().get(l);
        JsonNode given = section.get(line.id());
        double price = Json.number(given, "violation_penalty", -1);
        int soft = price > 0 ? model.addColumn(0, FREE, price * hours) : -1;
        over[l] = model.addColumn(0, FREE, afterOutage * hours);
        if (given.has("rating_long_term")) {
          limit(line, angle, given.get("rating_long_term").doubleValue(), soft);
        }
      }
      for (JsonNode outage : Json.section(elements, "contingency")) {
        List<String> out = List.of(outage.get("branch_contingency").asString());
        if (connected(out)) {
          emergency(out, balance(t, out), over);
        }
      }
    }
  }

  private void emergency(List<String> out, int[] angle, int[] over) {
    for (int l = 0; l < over.length; l++) {
      Line line = lines().get(l);
      JsonNode given = elements.get("branch").get(line.id());
      double normal = Json.number(given, "rating_long_term", FREE);
      double most = Json.number(given, "rating_emergency", normal);
      if (!out.contains(line.id()) && Double.isFinite(most)) {
        limit(line, angle, most, over[l]);
      }
    }
  }
}
