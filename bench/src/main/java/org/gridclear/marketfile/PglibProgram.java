package org.gridclear.marketfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.market.Penalties;
import org.gridclear.solver.Terms;
import tools.jackson.databind.JsonNode;

/**
 * The model of pglib-uc (MODEL.pdf, numbers as there), with the demand and the reserve penalised as
 * the product does where a file names no price. A restart before the first lag is the hottest.
 */
final class PglibProgram extends FileProgram {
  private PglibProgram(int periods) {
    super(periods, 1);
  }

  static FileProgram of(JsonNode file) {
    int periods = file.get("time_periods").intValue();
    PglibProgram p = new PglibProgram(periods);
    p.addBus("system", Json.series(file, "demand", periods, 0));
    List<int[]> reserves = new ArrayList<>();
    for (Map.Entry<String, JsonNode> unit : file.get("thermal_generators").properties()) {
      reserves.add(p.thermal(unit.getKey(), unit.getValue()));
    }
    for (JsonNode unit : Json.section(file, "renewable_generators")) {
      double[] least = Json.series(unit, "power_output_minimum", periods, 0);
      double[] most = Json.series(unit, "power_output_maximum", periods, 0);
      for (int t = 0; t < periods; t++) {
        p.inject(0, t, p.model.addColumn(least[t], most[t], 0), 1);
      }
    }
    p.slack(Json.constant(Penalties.DEFAULT.balanceYuanPerMwh(), periods));
    double[] required = Json.series(file, "reserves", periods, 0);
    for (int t = 0; t < periods; t++) {
      p.balanceTogether(t);
      int missing = p.model.addColumn(0, required[t], Penalties.DEFAULT.reserveYuanPerMwh());
      Terms row = new Terms().add(missing, 1);
      for (int[] reserve : reserves) {
        row.add(reserve[t], 1);
      }
      p.model.atLeast(required[t], row);
    }
    return p;
  }

  private int[] thermal(String id, JsonNode unit) {
    List<double[]> points = new ArrayList<>();
    for (JsonNode point : unit.get("piecewise_production")) {
      points.add(new double[] {point.get("mw").doubleValue(), point.get("cost").doubleValue()});
    }
    int categories = unit.get("startup").size();
    int[] lags = new int[categories];
    double[] yuan = new double[categories];
    for (int s = 0; s < categories; s++) {
      lags[s] = unit.get("startup").get(s).get("lag").intValue();
      yuan[s] = unit.get("startup").get(s).get("cost").doubleValue();
    }
    boolean on = unit.get("unit_on_t0").intValue() == 1;
    int[] fixed = new int[periods];
    java.util.Arrays.fill(fixed, unit.get("must_run").intValue() == 1 ? 1 : -1);
    Machine g =
        new Machine(
            this,
            0,
            new Machine.Data(
                id,
                java.util.Collections.nCopies(periods, points.toArray(double[][]::new)),
                Math.max(1, unit.get("time_up_minimum").intValue()),
                Math.max(1, unit.get("time_down_minimum").intValue()),
                on,
                unit.get(on ? "time_up_t0" : "time_down_t0").intValue(),
                unit.get("power_output_t0").doubleValue(),
                lags,
                yuan,
                0,
                fixed));
    return limits(g, unit);
  }

  /** (8)–(10), (17)–(20). */
  private int[] limits(Machine g, JsonNode unit) {
    double rise = unit.get("ramp_up_limit").doubleValue();
    double fall = unit.get("ramp_down_limit").doubleValue();
    int[] reserve = new int[periods];
    for (int t = 0; t < periods; t++) {
      reserve[t] = model.addColumn(0, Double.POSITIVE_INFINITY, 0);
      g.startLimit(t, unit.get("ramp_startup_limit").doubleValue(), reserve[t]);
      g.stopLimit(t, unit.get("ramp_shutdown_limit").doubleValue(), reserve[t]);
      Terms up = new Terms().add(g.above[t], 1).add(reserve[t], 1);
      Terms down = new Terms().add(g.above[t], -1);
      double before = t == 0 ? g.data.wasAboveMw() : 0;
      if (t > 0) {
        up.add(g.above[t - 1], -1);
        down.add(g.above[t - 1], 1);
      }
      model.atMost(rise + before, up);
      model.atMost(fall - before, down);
    }
    return reserve;
  }
}
