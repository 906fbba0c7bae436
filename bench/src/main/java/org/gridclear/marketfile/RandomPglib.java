package org.gridclear.marketfile;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random files of pglib-uc. */
final class RandomPglib extends RandomFiles {
  RandomPglib(long seed) {
    super(seed);
  }

  ObjectNode file() {
    int periods = whole(3, 7);
    int units = whole(2, 4);
    ObjectNode file = NODES.objectNode();
    file.put("time_periods", periods);
    ObjectNode thermal = file.putObject("thermal_generators");
    double capacity = 0;
    for (int g = 0; g < units; g++) {
      ObjectNode unit = unit();
      thermal.set("g" + g, unit);
      capacity += unit.get("power_output_maximum").doubleValue();
    }
    file.set("demand", list(periods, 0.3 * capacity, 0.75 * capacity));
    file.set("reserves", list(periods, 0, 0.12 * capacity));
    ObjectNode renewable = file.putObject("renewable_generators");
    if (chance(0.5)) {
      ObjectNode wind = renewable.putObject("wind");
      wind.set("power_output_minimum", list(periods, 0, 0));
      wind.set("power_output_maximum", list(periods, 0, 0.2 * capacity));
    }
    return file;
  }

  private ObjectNode unit() {
    double least = real(10, 60);
    double[][] curve = curve(least, whole(2, 4));
    double most = curve[curve.length - 1][0];
    boolean on = chance(0.6);
    int down = whole(1, 3);
    ObjectNode unit = NODES.objectNode();
    unit.put("must_run", chance(0.1) && on ? 1 : 0);
    unit.put("power_output_minimum", least);
    unit.put("power_output_maximum", most);
    unit.put("ramp_up_limit", real(10, 80));
    unit.put("ramp_down_limit", real(10, 80));
    unit.put("ramp_startup_limit", real(least, most + 20));
    unit.put("ramp_shutdown_limit", real(least, most + 20));
    unit.put("time_up_minimum", whole(1, 3));
    unit.put("time_down_minimum", down);
    unit.put("power_output_t0", on ? real(least, most) : 0);
    unit.put("unit_on_t0", on ? 1 : 0);
    unit.put("time_up_t0", on ? whole(1, 6) : 0);
    unit.put("time_down_t0", on ? 0 : whole(1, 6));
    ArrayNode startup = unit.putArray("startup");
    int lag = down + (chance(0.2) ? 1 : 0);
    double cost = real(50, 400);
    for (int s = 0; s < whole(1, 3); s++) {
      startup.addObject().put("lag", lag).put("cost", cost);
      lag += whole(1, 3);
      cost += real(50, 400);
    }
    ArrayNode points = unit.putArray("piecewise_production");
    for (double[] point : curve) {
      points.addObject().put("mw", point[0]).put("cost", point[1]);
    }
    return unit;
  }
}
