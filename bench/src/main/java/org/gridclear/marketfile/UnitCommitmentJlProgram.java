package org.gridclear.marketfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.solver.Terms;
import tools.jackson.databind.JsonNode;

/**
 * The model of UnitCommitment.jl's page "Problem definition" over its format page, versions 0.2 to
 * 0.4: money per time step, ramps per time step, one overflow per line and time step.
 */
final class UnitCommitmentJlProgram extends FileProgram {
  private static final double NONE = 1e8;
  private final Map<String, List<int[]>> held = new HashMap<>();
  private final JsonNode file;

  private UnitCommitmentJlProgram(JsonNode file, int periods, double hours) {
    super(periods, hours);
    this.file = file;
  }

  static FileProgram of(JsonNode file) {
    JsonNode parameters = file.get("Parameters");
    double step = Json.number(parameters, "Time step (min)", 60);
    double minutes =
        Json.number(
            parameters, "Time horizon (min)", 60 * Json.number(parameters, "Time horizon (h)", 0));
    UnitCommitmentJlProgram p =
        new UnitCommitmentJlProgram(file, (int) Math.round(minutes / step), step / 60);
    p.build(parameters);
    return p;
  }

  private double[] series(JsonNode owner, String field, double byDefault) {
    return Json.series(owner, field, periods, byDefault);
  }

  /** From per time step to per hour, which the columns turn back. */
  private double[] perHour(double[] perStep) {
    double[] result = perStep.clone();
    for (int t = 0; t < result.length; t++) {
      result[t] /= hours;
    }
    return result;
  }

  private void build(JsonNode parameters) {
    for (Map.Entry<String, JsonNode> bus : file.get("Buses").properties()) {
      addBus(bus.getKey(), series(bus.getValue(), "Load (MW)", 0));
    }
    for (Map.Entry<String, JsonNode> unit : file.get("Generators").properties()) {
      if (unit.getValue().path("Type").asString("Thermal").equals("Profiled")) {
        profiled(unit.getValue());
      } else {
        thermal(unit.getKey(), unit.getValue());
      }
    }
    for (JsonNode load : Json.section(file, "Price-sensitive loads")) {
      double[] most = series(load, "Demand (MW)", 0);
      double[] revenue = series(load, "Revenue ($/MW)", 0);
      for (int t = 0; t < periods; t++) {
        inject(bus(load.get("Bus").asString()), t, model.addColumn(0, most[t], -revenue[t]), -1);
      }
    }
    Json.section(file, "Storage units").forEach(this::store);
    slack(perHour(series(parameters, "Power balance penalty ($/MW)", 1000)));
    reserves(parameters);
    network();
  }

  private void profiled(JsonNode unit) {
    double[] least = series(unit, "Minimum power (MW)", 0);
    double[] most = series(unit, "Maximum power (MW)", 0);
    double[] cost = series(unit, "Cost ($/MW)", 0);
    for (int t = 0; t < periods; t++) {
      inject(bus(unit.get("Bus").asString()), t, model.addColumn(least[t], most[t], cost[t]), 1);
    }
  }

  private void store(JsonNode s) {
    double[] minMwh = series(s, "Minimum level (MWh)", 0);
    double[] maxMwh = series(s, "Maximum level (MWh)", 0);
    double[] kept = series(s, "Loss factor", 0);
    boolean[] together = new boolean[periods];
    double[] flags = series(s, "Allow simultaneous charging and discharging", 1);
    for (int t = 0; t < periods; t++) {
      kept[t] = 1 - kept[t];
      together[t] = flags[t] == 1;
    }
    storage(
        bus(s.get("Bus").asString()),
        new Store(
            minMwh,
            maxMwh,
            new double[][] {
              series(s, "Minimum charge rate (MW)", 0),
              series(s, "Maximum charge rate (MW)", 0),
              series(s, "Minimum discharge rate (MW)", 0),
              series(s, "Maximum discharge rate (MW)", 0)
            },
            new double[][] {
              perHour(series(s, "Charge cost ($/MW)", 0)),
              perHour(series(s, "Discharge cost ($/MW)", 0))
            },
            series(s, "Charge efficiency", 1),
            series(s, "Discharge efficiency", 1),
            kept,
            together,
            Json.number(s, "Initial level (MWh)", 0),
            Json.number(s, "Last period minimum level (MWh)", minMwh[periods - 1]),
            Json.number(s, "Last period maximum level (MWh)", maxMwh[periods - 1])));
  }

  private int steps(double inHours) {
    return (int) Math.round(inHours / hours);
  }

  private void thermal(String id, JsonNode unit) {
    JsonNode mw = unit.get("Production cost curve (MW)");
    List<double[][]> curves = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      double[][] curve = new double[mw.size()][];
      for (int k = 0; k < curve.length; k++) {
        double x = at(mw.get(k), t);
        double y = at(unit.get("Production cost curve ($)").get(k), t);
        curve[k] = new double[] {x, y / hours};
      }
      curves.add(curve);
    }
    double status = Json.number(unit, "Initial status (h)", 0);
    JsonNode delays = Json.section(unit, "Startup delays (h)");
    int[] lags = new int[Math.max(1, delays.size())];
    double[] yuan = new double[lags.length];
    for (int s = 0; s < delays.size(); s++) {
      lags[s] = steps(delays.get(s).doubleValue());
      yuan[s] = unit.get("Startup costs ($)").get(s).doubleValue();
    }
    Machine g =
        new Machine(
            this,
            bus(unit.get("Bus").asString()),
            new Machine.Data(
                id,
                curves,
                Math.max(1, steps(Json.number(unit, "Minimum uptime (h)", 1))),
                Math.max(1, steps(Json.number(unit, "Minimum downtime (h)", 1))),
                status > 0,
                steps(Math.abs(status)),
                Json.number(unit, "Initial power (MW)", 0),
                lags,
                yuan,
                Json.number(unit, "Shutdown cost ($)", 0),
                fixed(unit)));
    limits(g, unit);
  }

  private static double at(JsonNode value, int t) {
    return value.isArray() ? value.get(t).doubleValue() : value.doubleValue();
  }

  private int[] fixed(JsonNode unit) {
    double[] mustRun = series(unit, "Must run?", 0);
    double[] given = series(unit, "Commitment status", -1);
    int[] fixed = new int[periods];
    for (int t = 0; t < periods; t++) {
      fixed[t] = given[t] >= 0 ? (int) given[t] : mustRun[t] == 1 ? 1 : -1;
    }
    return fixed;
  }

  private List<String> products(JsonNode unit) {
    JsonNode reserves = Json.section(file, "Reserves");
    if (reserves.has("Spinning (MW)")) {
      boolean may = unit.path("Provides spinning reserves?").asBoolean(true);
      return may ? List.of("spinning") : List.of();
    }
    return Json.texts(unit, "Reserve eligibility");
  }

  private void limits(Machine g, JsonNode unit) {
    List<int[]> mine = new ArrayList<>();
    for (String product : products(unit)) {
      int[] columns = new int[periods];
      for (int t = 0; t < periods; t++) {
        columns[t] = model.addColumn(0, Double.POSITIVE_INFINITY, 0);
      }
      held.computeIfAbsent(product, key -> new ArrayList<>()).add(columns);
      mine.add(columns);
    }
    double rise = Json.number(unit, "Ramp up limit (MW)", NONE);
    double fall = Json.number(unit, "Ramp down limit (MW)", NONE);
    for (int t = 0; t < periods; t++) {
      int period = t;
      int[] reserve = mine.stream().mapToInt(columns -> columns[period]).toArray();
      g.startLimit(t, Json.number(unit, "Startup limit (MW)", NONE), reserve);
      g.stopLimit(t, Json.number(unit, "Shutdown limit (MW)", NONE));
      Terms up = Machine.with(new Terms().add(g.above[t], 1), reserve);
      Terms down = new Terms().add(g.above[t], -1);
      double before = t == 0 ? g.data.wasAboveMw() : 0;
      if (t > 0) {
        up.add(g.above[t - 1], -1);
        down.add(g.above[t - 1], 1);
      }
      if (t > 0 || g.data.wasOn()) {
        model.atMost(rise + before, up);
        model.atMost(fall - before, down);
      }
    }
  }

  private void reserves(JsonNode parameters) {
    JsonNode section = Json.section(file, "Reserves");
    if (section.has("Spinning (MW)")) {
      double[] price = series(parameters, "Reserve shortfall penalty ($/MW)", -1);
      reserve("spinning", series(section, "Spinning (MW)", 0), price);
      return;
    }
    for (Map.Entry<String, JsonNode> each : section.properties()) {
      double[] price = series(each.getValue(), "Shortfall penalty ($/MW)", -1);
      reserve(each.getKey(), series(each.getValue(), "Amount (MW)", 0), price);
    }
  }

  private void reserve(String product, double[] amount, double[] price) {
    for (int t = 0; t < periods; t++) {
      Terms row = new Terms();
      for (int[] columns : held.getOrDefault(product, List.of())) {
        row.add(columns[t], 1);
      }
      if (price[t] >= 0) {
        row.add(model.addColumn(0, Double.POSITIVE_INFINITY, price[t]), 1);
      }
      model.atLeast(amount[t], row);
    }
  }

  private void network() {
    JsonNode section = Json.section(file, "Transmission lines");
    for (Map.Entry<String, JsonNode> each : section.properties()) {
      JsonNode line = each.getValue();
      addLine(
          new Line(
              each.getKey(),
              bus(line.get("Source bus").asString()),
              bus(line.get("Target bus").asString()),
              line.get("Susceptance (S)").doubleValue()));
    }
    for (int t = 0; t < periods; t++) {
      int[] over = new int[lines().size()];
      for (int l = 0; l < over.length; l++) {
        double price =
            series(section.get(lines().get(l).id()), "Flow limit penalty ($/MW)", 5000)[t];
        over[l] = model.addColumn(0, Double.POSITIVE_INFINITY, price);
      }
      keep(t, Collections.emptyList(), "Normal flow limit (MW)", over);
      for (JsonNode outage : Json.section(file, "Contingencies")) {
        List<String> out = Json.texts(outage, "Affected lines");
        if (!out.isEmpty() && connected(out)) {
          keep(t, out, "Emergency flow limit (MW)", over);
        }
      }
    }
  }

  private void keep(int t, List<String> out, String field, int[] over) {
    int[] angle = balance(t, out);
    JsonNode section = Json.section(file, "Transmission lines");
    for (int l = 0; l < over.length; l++) {
      Line line = lines().get(l);
      JsonNode given = section.get(line.id());
      if (!out.contains(line.id()) && given.has(field)) {
        limit(line, angle, series(given, field, NONE)[t], over[l]);
      }
    }
  }
}
