package org.gridclear.io.egret;

import static org.gridclear.io.egret.DataRows.variables;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.set;

import java.util.List;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.node.ObjectNode;

/**
 * A unit of 20 to 100 MW over half hours that ramps 60 MW/h up and 48 down: 30 MW and 24 MW a
 * period. It was on at 40 MW.
 */
abstract class EgretServicesFile {
  final IssueLog log = new IssueLog("day.json");
  final ObjectNode document =
      (ObjectNode)
          node(
              """
              {"system": {"time_keys": ["1", "2"], "time_period_length_minutes": 30,
                 "load_mismatch_cost": 1000, "reserve_shortfall_cost": 200},
               "elements": {"bus": {"b1": {}}, "zone": {"z": {}}, "area": {"a": {}},
                 "generator": {"g": {
                 "generator_type": "thermal", "bus": "b1", "zone": "z", "area": "a",
                 "p_min": 20, "p_max": 100, "ramp_up_60min": 60, "ramp_down_60min": 48,
                 "startup_capacity": 50, "shutdown_capacity": 44,
                 "min_up_time": 1, "min_down_time": 1, "initial_status": 5, "initial_p_output": 40,
                 "p_cost": {"values": [[20, 100], [100, 500]]},
                 "agc_capable": true, "p_min_agc": 30, "p_max_agc": 90, "ramp_agc": 2,
                 "agc_fixed_cost": 7, "agc_marginal_cost": 3,
                 "spinning_cost": 4, "spinning_capacity": 9,
                 "fast_start": true, "non_spinning_cost": 5, "non_spinning_capacity": 33,
                 "supplemental_start": true, "supplemental_cost": 6,
                 "supplemental_spinning_capacity": 25, "supplemental_non_spinning_capacity": 44}}}}
              """);

  MarketDay read() {
    return EgretReader.read("day", document, log);
  }

  void require(String service, String json) {
    set(document, json, "system", service + "_requirement");
  }

  void unit(String field, String json) {
    set(document, json, "elements", "generator", "g", field);
  }

  static List<String> missing(MarketDay day) {
    return variables(day).stream().filter(text -> text.startsWith("missing ")).toList();
  }
}
