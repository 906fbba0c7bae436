package org.gridclear.io.gocompetition;

import static org.gridclear.json.Documents.node;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A problem on a base of 50 MVA in two intervals of half an hour: powers are those of the file
 * times 50, costs its costs through 50, per hour.
 */
abstract class GoProblemFile {
  static final double INFINITE = Double.POSITIVE_INFINITY;

  final IssueLog log = new IssueLog("day.json");
  ObjectNode document;

  @BeforeEach
  void halfHours() {
    document =
        (ObjectNode)
            node(
                """
                {"network": {"general": {"base_norm_mva": 50},
                   "violation_cost": {"p_bus_vio_cost": 1000, "s_vio_cost": 200, "e_vio_cost": 70},
                   "bus": [
                     {"uid": "b1", "vm_ub": 1.08, "vm_lb": 0.93, "base_nom_volt": 138, "area": "A",
                      "zone": "Z", "type": "SLACK", "initial_status": {"vm": 1.01, "va": 0.05}},
                     {"uid": "b2", "type": "pv"}],
                   "shunt": [{"uid": "s", "bus": "b2", "gs": 0.1, "bs": 0.3,
                              "initial_status": {"step": 2}}],
                   "simple_dispatchable_device": [
                     {"uid": "A", "bus": "b1", "device_type": "producer", "description": "coal",
                      "startup_cost": 500, "shutdown_cost": 60, "on_cost": 100,
                      "in_service_time_lb": 2, "down_time_lb": 1, "p_ramp_up_ub": 3,
                      "p_ramp_down_ub": 4, "p_startup_ramp_ub": 5, "p_shutdown_ramp_ub": 6,
                      "initial_status": {"on_status": 1, "p": 0.8, "accu_down_time": 0,
                                         "accu_up_time": 8}},
                     {"uid": "C", "bus": "b2", "device_type": "consumer", "p_ramp_up_ub": 30,
                      "p_ramp_down_ub": 30, "p_startup_ramp_ub": 30, "p_shutdown_ramp_ub": 30,
                      "initial_status": {"on_status": 1, "p": 0.9, "accu_down_time": 0,
                                         "accu_up_time": 8}}],
                   "ac_line": [{"uid": "L", "fr_bus": "b1", "to_bus": "b2", "r": 0.01, "x": 0.1,
                     "b": 0.02, "mva_ub_nom": 1.5, "mva_ub_em": 1.7, "additional_shunt": 0,
                     "initial_status": {"on_status": 0}}],
                   "two_winding_transformer": [{"uid": "T", "fr_bus": "b2", "to_bus": "b1",
                     "r": 0.03, "x": 0.2, "b": 0.04, "mva_ub_nom": 1.2, "mva_ub_em": 1.3,
                     "additional_shunt": 1, "g_fr": 0.02, "b_fr": 0.04, "g_to": 0.06, "b_to": 0.08,
                     "initial_status": {"on_status": 1, "tm": 0.98, "ta": 0.1}}],
                   "dc_line": [{"uid": "D", "fr_bus": "b1", "to_bus": "b2", "pdc_ub": 0.3,
                                "initial_status": {"pdc_fr": 0.1}}]},
                 "time_series_input": {
                   "general": {"time_periods": 2, "interval_duration": [0.5, 0.5]},
                   "simple_dispatchable_device": [
                     {"uid": "A", "on_status_lb": [0, 1], "on_status_ub": [1, 1], "p_lb": [0.5, 0.6],
                      "p_ub": [1.0, 1.1],
                      "cost": [[[3000, 0.4], [2000, 0.6]], [[2000, 0.6], [3000, 0.5]]]},
                     {"uid": "C", "on_status_lb": [1, 1], "on_status_ub": [1, 1],
                      "p_lb": [0.7, 1.1], "p_ub": [0.9, 1.3],
                      "cost": [[[4000, 0.1], [5000, 0.75], [3500, 0.2]], [[5000, 1.3]]]}]},
                 "reliability": {"contingency": [{"uid": "k1", "components": ["T", "L"]},
                                                 {"uid": "k2", "components": ["D"]}]}}
                """);
  }

  MarketDay read() {
    return new GoProblem(new JsonFields(document, "document", log), log).day("day");
  }

  ObjectNode device(String uid) {
    return of(document.get("network"), uid);
  }

  ObjectNode series(String uid) {
    return of(document.get("time_series_input"), uid);
  }

  static ObjectNode of(JsonNode part, String uid) {
    for (JsonNode each : part.get("simple_dispatchable_device")) {
      if (each.get("uid").asString().equals(uid)) {
        return (ObjectNode) each;
      }
    }
    throw new AssertionError(uid);
  }

  static void assertSeries(Series series, double... values) {
    assertEquals(values.length, series.size());
    for (int t = 0; t < values.length; t++) {
      assertEquals(values[t], series.at(t), 1e-9, series.toString());
    }
  }

  static void assertCurve(OfferCurve curve, double... mwAndYuan) {
    assertEquals(mwAndYuan.length / 2, curve.mw().size(), curve.toString());
    for (int k = 0; k < curve.mw().size(); k++) {
      assertEquals(mwAndYuan[2 * k], curve.mw().get(k), 1e-9, curve.toString());
      assertEquals(mwAndYuan[2 * k + 1], curve.yuanPerH().get(k), 1e-9, curve.toString());
    }
  }

  List<RangeConstraint> ranges(String field, String windows) {
    device("A").set(field, node(windows));
    return read().rules().ranges();
  }

  static RangeConstraint range(
      String id, RangeKind kind, int from, int to, double min, double max, double penalty) {
    return new RangeConstraint(
        id,
        kind,
        Scope.unit("A"),
        true,
        from,
        to,
        Span.HORIZON,
        Series.of(min, min),
        Series.of(max, max),
        "",
        0,
        penalty);
  }
}
