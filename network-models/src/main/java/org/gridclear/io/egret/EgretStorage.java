package org.gridclear.io.egret;

import java.util.Collections;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.market.StorageUnit;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Storage of Egret: states of charge are shares of {@code energy_capacity}, charging and
 * discharging exclude each other, and what is kept of the level counts from the second period on.
 */
final class EgretStorage {
  private static final double HALF_FULL = 0.5;
  private static final List<String> RAMPS =
      List.of(
          "ramp_up_output_60min", "ramp_down_output_60min",
          "ramp_up_input_60min", "ramp_down_input_60min");

  private final EgretValues values;
  private final IssueLog log;

  EgretStorage(EgretValues values, IssueLog log) {
    this.values = values;
    this.log = log;
  }

  StorageUnit read(String id, JsonFields fields) {
    int periods = values.horizon().periodCount();
    double hours = values.horizon().hoursPerPeriod();
    double capacity = fields.number("energy_capacity");
    double initial = fields.number("initial_state_of_charge", HALF_FULL);
    double kept = Math.pow(fields.number("retention_rate_60min", 1), hours);
    Series lost = Series.constant(1 - kept, periods).map(0, 1, share -> 0);
    double maxOut = fields.number("max_discharge_rate");
    double minOut = fields.number("min_discharge_rate", 0);
    double maxIn = fields.number("max_charge_rate");
    double minIn = fields.number("min_charge_rate", 0);
    ramps(id, fields, (maxOut - minOut) / hours, (maxIn - minIn) / hours);
    String out =
        fields.has("discharge_efficienty") ? "discharge_efficienty" : "discharge_efficiency";
    StorageUnit unit =
        new StorageUnit(
            id,
            fields.text("bus"),
            constant(capacity * fields.number("minimum_state_of_charge", 0)),
            constant(capacity),
            constant(minIn),
            constant(maxIn),
            constant(minOut),
            constant(maxOut),
            constant(fields.number("charge_cost", 0)),
            constant(fields.number("discharge_cost", 0)),
            constant(fields.number("charge_efficiency", 1)),
            constant(fields.number(out, 1)),
            lost,
            Collections.nCopies(periods, false),
            capacity * initial,
            capacity * fields.number("end_state_of_charge", initial),
            capacity);
    for (String name : List.of("fuel", "initial_charge_rate", "initial_discharge_rate", "name")) {
      fields.unused("storage", id, name, "Only ramps of storage would use it.");
    }
    fields.noticeRest("storage", id);
    return unit;
  }

  private Series constant(double value) {
    return Series.constant(value, values.horizon().periodCount());
  }

  /** A ramp that can take the whole range in a period limits nothing; others are refused. */
  private void ramps(String id, JsonFields fields, double outMwPerH, double inMwPerH) {
    for (String name : RAMPS) {
      double needed = name.contains("output") ? outMwPerH : inMwPerH;
      double ramp = fields.number(name, needed);
      if (ramp < needed) {
        log.add(
            Rule.FIELD_TYPE,
            fields.element(),
            name,
            ramp,
            "Not supported: a ramp of storage %s that binds (below %s MW/h)."
                .formatted(id, needed));
      }
    }
  }
}
