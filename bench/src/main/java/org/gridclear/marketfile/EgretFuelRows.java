package org.gridclear.marketfile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;
import tools.jackson.databind.JsonNode;

/**
 * Fuel of Egret by its own sources (fuel_consumption, fuel_supply): what the segments of a unit's
 * output and its starts burn in a period, from its supply; of two fuels in parts, with a choice
 * where it does not blend, which lasts until it stops where it does not switch online.
 */
final class EgretFuelRows {
  private static final double FREE = Double.POSITIVE_INFINITY;

  private final FileProgram program;
  private final LinearModel model;
  private final Map<String, Terms[]> burnt = new HashMap<>();

  EgretFuelRows(FileProgram program) {
    this.program = program;
    this.model = program.model;
  }

  static boolean isDual(JsonNode unit) {
    return unit.path("aux_fuel_capable").asBoolean(false);
  }

  /** Adds a unit; nothing where it has one fuel from no supply. */
  void unit(Machine g, JsonNode unit, List<double[][]> curves) {
    if (isDual(unit)) {
      dual(g, unit, curves);
    } else if (unit.has("fuel_supply")) {
      for (int t = 0; t < program.periods; t++) {
        Terms terms = from(unit, "fuel_supply", t);
        production(terms, g, curves.get(t), t);
        commitment(terms, g, unit, curves.get(t), t);
      }
    }
  }

  private Terms from(JsonNode unit, String field, int t) {
    String id = unit.path(field).asString("");
    Terms[] terms =
        burnt.computeIfAbsent(
            id,
            key -> {
              Terms[] fresh = new Terms[program.periods];
              Arrays.setAll(fresh, k -> new Terms());
              return fresh;
            });
    return terms[t];
  }

  private void production(Terms terms, Machine g, double[][] curve, int t) {
    for (int k = 0; k + 1 < curve.length; k++) {
      double slope = (curve[k + 1][1] - curve[k][1]) / (curve[k + 1][0] - curve[k][0]);
      terms.add(g.segment[t][k], slope * program.hours);
    }
  }

  private void commitment(Terms terms, Machine g, JsonNode unit, double[][] curve, int t) {
    terms.add(g.on[t], curve[0][1] * program.hours);
    JsonNode starts = unit.get("startup_fuel");
    for (int s = 0; starts != null && s < g.category[t].length; s++) {
      terms.add(g.category[t][s], starts.get(s).get(1).doubleValue());
    }
  }

  /** Primary and auxiliary fuel, of commitment and of production. */
  private void dual(Machine g, JsonNode unit, List<double[][]> curves) {
    double first = unit.get("fuel_cost").doubleValue();
    double second = unit.get("aux_fuel_cost").doubleValue();
    int[][] used = new int[program.periods][];
    for (int t = 0; t < program.periods; t++) {
      int[] columns = {
        model.addColumn(0, FREE, first), model.addColumn(0, FREE, first),
        model.addColumn(0, FREE, second), model.addColumn(0, FREE, second)
      };
      used[t] = columns;
      Terms of = new Terms().add(columns[0], -1).add(columns[2], -1);
      commitment(of, g, unit, curves.get(t), t);
      model.equal(0, of);
      Terms more = new Terms().add(columns[1], -1).add(columns[3], -1);
      production(more, g, curves.get(t), t);
      model.equal(0, more);
      from(unit, "fuel_supply", t).add(columns[0], 1).add(columns[1], 1);
      from(unit, "aux_fuel_supply", t).add(columns[2], 1).add(columns[3], 1);
    }
    if (!unit.path("aux_fuel_blending").asBoolean(false)) {
      single(g, unit, curves, used);
    }
  }

  private void single(Machine g, JsonNode unit, List<double[][]> curves, int[][] used) {
    JsonNode starts = unit.get("startup_fuel");
    double start = starts.get(starts.size() - 1).get(1).doubleValue();
    int[] first = new int[program.periods];
    int[] second = new int[program.periods];
    for (int t = 0; t < program.periods; t++) {
      double[][] curve = curves.get(t);
      double most = curve[curve.length - 1][1] * program.hours + start;
      first[t] = model.addBinary(0);
      second[t] = model.addBinary(0);
      model.equal(0, new Terms().add(first[t], 1).add(second[t], 1).add(g.on[t], -1));
      model.atMost(0, new Terms().add(used[t][0], 1).add(used[t][1], 1).add(first[t], -most));
      model.atMost(0, new Terms().add(used[t][2], 1).add(used[t][3], 1).add(second[t], -most));
    }
    program.choices.put("burns the second fuel " + g.data.id(), second);
    if (!unit.path("aux_fuel_online_switching").asBoolean(false)) {
      lasting(g, unit, first, second);
    }
  }

  /** A fuel begins with a start and ends with a stop. */
  private void lasting(Machine g, JsonNode unit, int[] first, int[] second) {
    for (int t = 0; t < program.periods; t++) {
      int[] starts = {model.addBinary(0), model.addBinary(0)};
      int[] stops = {model.addBinary(0), model.addBinary(0)};
      model.equal(0, Machine.with(new Terms().add(g.start[t], -1), starts));
      model.equal(0, Machine.with(new Terms().add(g.stop[t], -1), stops));
      if (t == 0 && !g.data.wasOn()) {
        continue;
      }
      double before = t == 0 ? unit.get("aux_fuel_supply_initial").doubleValue() : 0;
      Terms one = new Terms().add(first[t], 1).add(starts[0], -1).add(stops[0], 1);
      Terms two = new Terms().add(second[t], 1).add(starts[1], -1).add(stops[1], 1);
      if (t > 0) {
        one.add(first[t - 1], -1);
        two.add(second[t - 1], -1);
      }
      model.equal(t == 0 ? 1 - before : 0, one);
      model.equal(before, two);
    }
  }

  /** Limits of the supplies, after all units. */
  void supplies(JsonNode supplies) {
    for (Map.Entry<String, JsonNode> supply : supplies.properties()) {
      double[] available = Json.series(supply.getValue(), "fuel_available", program.periods, 0);
      Terms[] terms = burnt.get(supply.getKey());
      for (int t = 0; terms != null && t < program.periods; t++) {
        model.atMost(available[t], terms[t]);
      }
    }
  }
}
