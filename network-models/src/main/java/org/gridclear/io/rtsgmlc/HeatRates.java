package org.gridclear.io.rtsgmlc;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gridclear.io.CsvTable;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Turns heat rates and a fuel price into costs. Heat rates in BTU/kWh are thousandths of MMBTU/MWh:
 * {@code cost(x0) = HR_avg_0 · x0 · price / 1000}, and each segment adds {@code HR_incr_k · Δx ·
 * price / 1000}; {@code VOM} is added per MWh.
 */
final class HeatRates {
  private static final int BTU_PER_KWH = 3412;
  private static final String[] STATES = {"Hot", "Warm", "Cold"};

  private final CsvTable.Row row;
  private final IssueLog log;
  private final double fuelPrice;

  HeatRates(CsvTable.Row row, IssueLog log) {
    this.row = row;
    this.log = log;
    this.fuelPrice = row.number("Fuel Price $/MMBTU");
  }

  OfferCurve offer() {
    double pMax = row.number("PMax MW");
    double vom = row.number("VOM", 0);
    List<Double> mw = new ArrayList<>();
    List<Double> cost = new ArrayList<>();
    double fuelCost = 0;
    for (int k = 0; row.has("Output_pct_" + k); k++) {
      double x = snapped(row.number("Output_pct_" + k) * pMax, pMax);
      if (k == 0) {
        fuelCost = row.number("HR_avg_0") * x * fuelPrice / 1000;
      } else {
        double width = x - mw.get(mw.size() - 1);
        fuelCost += row.number("HR_incr_" + k) * width * fuelPrice / 1000;
      }
      mw.add(x);
      cost.add(fuelCost + vom * x);
    }
    if (mw.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, row.place(), "Output_pct_0", "absent", "Give a heat rate curve.");
      return new OfferCurve(List.of(pMax), List.of(0.0));
    }
    if (Math.abs(mw.get(mw.size() - 1) - pMax) > 1e-6 * pMax) {
      log.add(
          Rule.LIMITS_ORDERED,
          row.place(),
          "Output_pct_" + (mw.size() - 1),
          mw.get(mw.size() - 1) + " MW",
          "The curve must end at PMax MW (%s).".formatted(pMax));
    }
    double pMin = row.number("PMin MW");
    if (Math.abs(mw.get(0) - pMin) > 1e-6 * Math.max(1, pMax)) {
      log.add(
          Rule.LIMITS_ORDERED,
          row.place(),
          "Output_pct_0",
          mw.get(0) + " MW",
          "The curve must begin at PMin MW (%s).".formatted(pMin));
    }
    noticeLow("HR_avg_0");
    return new OfferCurve(mw, cost);
  }

  /** Less heat than the energy that comes out: MMBTU/MWh, perhaps, in place of BTU/kWh. */
  private void noticeLow(String field) {
    double heatRate = row.number(field);
    if (heatRate > 0 && heatRate < BTU_PER_KWH) {
      log.notice(
          Rule.TAKEN_AS,
          "generator",
          row.text("GEN UID"),
          field,
          heatRate,
          "It counts in BTU/kWh; below %s a unit gives more energy than it burns."
              .formatted(BTU_PER_KWH));
    }
  }

  /** The table rounds shares of PMax to nine digits; ends of the curve are the limits meant. */
  private double snapped(double x, double pMax) {
    double pMin = row.number("PMin MW");
    double near = 1e-6 * Math.max(1, pMax);
    return Math.abs(x - pMin) <= near ? pMin : Math.abs(x - pMax) <= near ? pMax : x;
  }

  /**
   * Start-up costs by time off. A heat state holds from its start time on, the warmest from the
   * minimum down time; where states begin together the colder one holds.
   */
  List<StartCategory> starts() {
    double minDown = row.number("Min Down Time Hr", 0);
    double other = row.number("Non Fuel Start Cost $", 0);
    TreeMap<Double, Double> heatFrom = new TreeMap<>();
    for (String state : STATES) {
      String time = "Start Time %s Hr".formatted(state);
      String heat = "Start Heat %s MBTU".formatted(state);
      if (row.has(time) && row.has(heat)) {
        heatFrom.put(Math.max(minDown, row.number(time)), row.number(heat));
      } else if (row.has(time) || row.has(heat)) {
        log.notice(
            Rule.TAKEN_AS,
            "generator",
            row.text("GEN UID"),
            row.has(time) ? heat : time,
            "absent",
            "A heat state needs a time and a heat; it is left out.");
      }
    }
    List<StartCategory> starts = new ArrayList<>();
    heatFrom.forEach(
        (hours, heat) ->
            starts.add(
                new StartCategory(starts.isEmpty() ? minDown : hours, heat * fuelPrice + other)));
    return starts.isEmpty() ? List.of(new StartCategory(0, other)) : starts;
  }
}
