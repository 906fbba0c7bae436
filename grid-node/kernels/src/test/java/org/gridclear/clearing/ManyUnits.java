package org.gridclear.clearing;

import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.gridclear.clearing.input.ClearingCase;

/** Days of several units of a few sizes on one bus, with a reserve: whole units make the gap. */
public final class ManyUnits {
  private static final double[][] SIZES = {{5, 12}, {8, 20}, {22, 55}, {30, 76}, {62, 155}};

  private static final int UNITS = 9;
  private static final int PERIODS = 9;

  private ManyUnits() {}

  /** A unit whose running costs {@code noLoad} plus {@code price} per MWh. */
  public static String unit(
      String id, double least, double most, double noLoad, double price, int hours, boolean on) {
    return """
    {"id": "%s", "bus": "n", "offers": [{"mw": [%f, %f, %f], "yuanPerH": [%f, %f, %f]}],
     "minUpHours": %d, "minDownHours": %d, "reserves": ["spin"],
     "startCategories": [{"offHours": 1, "costYuan": %f}],
     "initial": {"on": %s, "hours": 24, "powerMw": %f}}
    """
        .formatted(
            id,
            least,
            (least + most) / 2,
            most,
            noLoad + price * least,
            noLoad + price * (least + most) / 2,
            noLoad + price * (1.2 * most - 0.1 * (least + most)),
            hours,
            hours,
            20 * price,
            on,
            on ? least : 0);
  }

  public static String day(String units, String loadMw, double reserveMw, String more) {
    return """
    {"name": "many", "horizon": {"periodCount": %d},
     "network": {"buses": [{"id": "n", "type": "reference"}]},
     "thermalUnits": [%s], "busLoads": [{"bus": "n", "mw": [%s]}],
     "reserves": [{"id": "spin", "mw": %f}], %s}
    """
        .formatted(loadMw.split(",").length, units, loadMw, reserveMw, more);
  }

  /** Nine units, nine periods, a wind farm. */
  public static ClearingCase random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringJoiner units = new StringJoiner(",");
    double capacityMw = 0;
    for (int g = 0; g < UNITS; g++) {
      double[] size = SIZES[random.nextInt(SIZES.length)];
      capacityMw += size[1];
      double price = 20 + 30 * random.nextDouble();
      units.add(
          unit(
              "g" + g,
              size[0],
              size[1],
              size[1] * (5 + 10 * random.nextDouble()),
              price,
              1 + random.nextInt(6),
              random.nextBoolean()));
    }
    StringJoiner load = new StringJoiner(",");
    for (int t = 0; t < PERIODS; t++) {
      double share = 0.55 + 0.25 * Math.sin(t / 2.0) + 0.05 * random.nextDouble();
      load.add(Double.toString(share * capacityMw));
    }
    String wind = "\"profiledUnits\": [{\"id\": \"w\", \"bus\": \"n\", \"maxMw\": 20}]";
    return ClearingCase.of(
        Days.read(day(units.toString(), load.toString(), 0.05 * capacityMw, wind)));
  }
}
