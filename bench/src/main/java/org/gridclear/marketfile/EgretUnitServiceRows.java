package org.gridclear.marketfile;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;
import tools.jackson.databind.JsonNode;

/** What one thermal unit gives of Egret's ancillary services, by its own sources (services). */
final class EgretUnitServiceRows {
  private static final double FREE = Double.POSITIVE_INFINITY;

  private final EgretServiceRows services;
  private final FileProgram program;
  private final LinearModel model;
  private final Machine g;
  private final JsonNode unit;
  private final int[] reserve;
  private final int periods;
  private final List<Ramped> ramped = new ArrayList<>();

  // Columns by period of what the unit offers; none of what it does not.
  private int[] regulates = {};
  private int[] regulationUp = {};
  private int[] regulationDown = {};
  private int[] spinning = {};
  private int[] cold = {};
  private int[] supplemental = {};
  private int[] flexibleUp = {};
  private int[] flexibleDown = {};

  /** A service that takes a share of the ramp, averaged over two periods or not. */
  private record Ramped(int[] columns, boolean up, double minutes, boolean averaged) {}

  EgretUnitServiceRows(
      EgretServiceRows services, FileProgram program, Machine g, JsonNode unit, int[] reserve) {
    this.services = services;
    this.program = program;
    this.model = program.model;
    this.g = g;
    this.unit = unit;
    this.reserve = reserve;
    this.periods = program.periods;
  }

  /** Adds columns and rows; of ramps with the limits of starts and stops, scaled, not capped. */
  void add(double startMw, double stopMw) {
    if (!services.any()) {
      return;
    }
    double up = unit.get("ramp_up_60min").doubleValue();
    double down = unit.get("ramp_down_60min").doubleValue();
    if (services.clears("regulation_up") && unit.path("agc_capable").asBoolean(false)) {
      regulation(up, down);
    }
    if (services.clears("spinning_reserve")) {
      spinning = offer("spinning_reserve", "spinning_cost");
      whileOn("spinning_capacity", up / 60 * 10, spinning, regulationUp);
      ramped.add(new Ramped(spinning, true, 10, true));
    }
    if (services.clears("non_spinning_reserve") && unit.path("fast_start").asBoolean(false)) {
      cold = offer("non_spinning_reserve", "non_spinning_cost");
      whileOff("non_spinning_capacity", cold);
    }
    if (services.clears("supplemental_reserve")) {
      supplemental(up);
    }
    if (services.clears("flexible_ramp_up")) {
      flexibleUp = flexible("flexible_ramp_up", up, true);
      flexibleDown = flexible("flexible_ramp_down", down, false);
    }
    capacity();
    rampUp(up * program.hours, startMw);
    if (services.clears("flexible_ramp_up") || services.clears("regulation_up")) {
      rampDown(down * program.hours, stopMw);
    }
  }

  private int[] offer(String service, String costField) {
    double[] cost = Json.series(unit, costField, periods, 0);
    int[] columns = new int[periods];
    for (int t = 0; t < periods; t++) {
      columns[t] = model.addColumn(0, FREE, cost[t] * program.hours);
    }
    services.gives(service, unit, columns);
    return columns;
  }

  private void regulation(double up, double down) {
    double[] most = Json.series(unit, "p_max_agc", periods, 0);
    double[] least = Json.series(unit, "p_min_agc", periods, 0);
    double[] fixedCost = Json.series(unit, "agc_fixed_cost", periods, 0);
    double[] fixed = Json.series(unit, "fixed_regulation", periods, -1);
    regulationUp = offer("regulation_up", "agc_marginal_cost");
    regulationDown = offer("regulation_down", "agc_marginal_cost");
    regulates = new int[periods];
    double response = 5 * unit.get("ramp_agc").doubleValue();
    for (int t = 0; t < periods; t++) {
      double capable = Math.min(response, (most[t] - least[t]) / 2);
      regulates[t] = model.addBinary(fixedCost[t] * program.hours);
      if (fixed[t] >= 0) {
        model.tighten(regulates[t], fixed[t], fixed[t]);
      }
      model.atMost(0, new Terms().add(regulates[t], 1).add(g.on[t], -1));
      bound(regulationUp[t], Math.min(capable, up / 60 * 5), regulates[t]);
      bound(regulationDown[t], Math.min(capable, down / 60 * 5), regulates[t]);
    }
    program.choices.put("regulating of " + g.data.id(), regulates);
    ramped.add(new Ramped(regulationUp, true, 5, true));
    ramped.add(new Ramped(regulationDown, false, 5, true));
  }

  private void bound(int column, double most, int status) {
    model.atMost(0, new Terms().add(column, 1).add(status, -most));
  }

  private void whileOn(String capacityField, double ramp, int[]... services) {
    double[] capacity = Json.series(unit, capacityField, periods, FREE);
    for (int t = 0; t < periods; t++) {
      model.atMost(0, sum(t, services).add(g.on[t], -Math.min(capacity[t], ramp)));
    }
  }

  private void whileOff(String capacityField, int[]... services) {
    double[] capacity = Json.series(unit, capacityField, periods, 0);
    for (int t = 0; t < periods; t++) {
      model.atMost(capacity[t], sum(t, services).add(g.on[t], capacity[t]));
    }
  }

  private static Terms sum(int t, int[]... services) {
    Terms terms = new Terms();
    for (int[] columns : services) {
      if (columns.length > 0) {
        terms.add(columns[t], 1);
      }
    }
    return terms;
  }

  private void supplemental(double up) {
    if (unit.path("supplemental_start").asBoolean(false)) {
      int[] started = offer("supplemental_reserve", "supplemental_cost");
      whileOff("supplemental_non_spinning_capacity", started, cold);
    }
    supplemental = offer("supplemental_reserve", "supplemental_cost");
    double ramp = up / 60 * 30;
    whileOn("supplemental_spinning_capacity", ramp, supplemental, spinning, regulationUp);
    ramped.add(new Ramped(supplemental, true, 30, true));
  }

  private int[] flexible(String service, double ramp, boolean up) {
    int[] columns = offer(service, "no cost");
    for (int t = 0; t < periods; t++) {
      bound(columns[t], 20 * ramp / 60, g.on[t]);
    }
    ramped.add(new Ramped(columns, up, 20, false));
    return columns;
  }

  /** Output and services within the limits of the unit, or within its band while it regulates. */
  private void capacity() {
    double[] high = Json.series(unit, "p_max_agc", periods, 0);
    double[] low = Json.series(unit, "p_min_agc", periods, 0);
    for (int t = 0; t < periods; t++) {
      Terms up = sum(t, flexibleUp, regulationUp, spinning, supplemental, reserve, g.above);
      up.add(g.on[t], -g.data.widthMw(t));
      Terms down = sum(t, flexibleDown, regulationDown).add(g.above[t], -1);
      if (regulates.length > 0) {
        up.add(regulates[t], g.data.maxMw(t) - high[t]);
        down.add(regulates[t], low[t] - g.data.minMw(t));
      }
      model.atMost(0, up);
      model.atMost(0, down);
    }
  }

  private Terms shares(int t, boolean up) {
    Terms terms = new Terms();
    for (Ramped each : ramped) {
      if (each.up() == up) {
        double share = program.hours * 60 / each.minutes();
        boolean halved = each.averaged() && t > 0;
        terms.add(each.columns()[t], halved ? share / 2 : share);
        if (halved) {
          terms.add(each.columns()[t - 1], share / 2);
        }
      }
    }
    return terms;
  }

  private void rampUp(double rise, double startMw) {
    for (int t = 0; t < periods; t++) {
      double least = g.data.minMw(t);
      Terms row = shares(t, true).add(g.above[t], 1).add(reserve[t], 1).add(g.on[t], -rise);
      row.add(g.start[t], rise - (startMw - least));
      if (t > 0) {
        row.add(g.above[t - 1], -1);
      }
      model.atMost(t == 0 ? g.data.wasAboveMw() : 0, row);
    }
  }

  private void rampDown(double fall, double stopMw) {
    for (int t = 0; t < periods; t++) {
      double least = g.data.minMw(t);
      Terms row = shares(t, false).add(g.above[t], -1);
      row.add(g.stop[t], fall - (stopMw - least));
      if (t > 0) {
        row.add(g.above[t - 1], 1).add(g.on[t - 1], -fall);
      }
      model.atMost(t == 0 ? (g.data.wasOn() ? fall : 0) - g.data.wasAboveMw() : 0, row);
    }
  }
}
