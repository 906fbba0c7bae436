package org.gridclear.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.report.AncillaryStatus;
import org.gridclear.report.MarketFigures;

/** Reserve and ancillary services of a cleared case: what is required, held, paid, and by whom. */
public final class ReserveFigures {
  /** Units of a product that a page holds; the table beside it has all. */
  private static final int UNITS_MAX = 80;

  private ReserveFigures() {}

  /** Requirements with their rule, what they ask for, what their units hold, and their price. */
  public static List<Object> requirements(ClearingCase clearingCase, ClearingResult result) {
    MarketDay day = clearingCase.day();
    List<Object> rows = new ArrayList<>();
    for (int r = 0; r < day.reserves().size(); r++) {
      ReserveRequirement requirement = day.reserves().get(r);
      ReserveProduct product = day.rules().product(requirement.product());
      double[] required = new double[day.periodCount()];
      for (int t = 0; t < required.length; t++) {
        required[t] = RequiredReserve.rowMw(clearingCase, requirement, t);
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", requirement.id());
      row.put("product", requirement.product());
      row.put("kind", product.kind().name());
      row.put("direction", product.direction().name());
      row.put("minutes", product.minutes());
      row.put("zone", requirement.scope().zone());
      row.put("group", requirement.scope().group());
      row.put("units", requirement.scope().units());
      row.put("mwMin", requirement.mw().min());
      row.put("mwMax", requirement.mw().max());
      row.put("loadShare", requirement.loadShare());
      row.put("renewableShare", requirement.renewableShare());
      row.put("largestUnit", requirement.largestUnit());
      row.put("method", requirement.method().name());
      row.put("inEffect", RequiredReserve.counts(clearingCase, requirement));
      row.put("requiredMw", CaseDetail.cents(required));
      row.put("parts", parts(clearingCase, requirement));
      row.put("factor", factors(clearingCase, requirement));
      row.put("heldMw", CaseDetail.cents(held(day, result, requirement)));
      row.put("price", CaseDetail.cents(result.prices().reserveYuanPerMwh()[r]));
      rows.add(row);
    }
    return rows;
  }

  /** What its mode's factor multiplies: given, largest unit, share of load, of renewables. */
  private static double[][] parts(ClearingCase clearingCase, ReserveRequirement requirement) {
    double[][] parts = new double[4][clearingCase.day().periodCount()];
    for (int t = 0; t < parts[0].length; t++) {
      RequiredReserve.Parts of = RequiredReserve.parts(clearingCase, requirement, t);
      parts[0][t] = of.givenMw();
      parts[1][t] = of.largestUnitMw();
      parts[2][t] = of.loadMw();
      parts[3][t] = of.renewableMw();
    }
    return Arrays.stream(parts).map(CaseDetail::cents).toArray(double[][]::new);
  }

  /** What the mode in which the grid is operated multiplies it by, per period. */
  private static double[] factors(ClearingCase clearingCase, ReserveRequirement requirement) {
    double[] factors = new double[clearingCase.day().periodCount()];
    Arrays.setAll(factors, t -> RequiredReserve.parts(clearingCase, requirement, t).factor());
    return factors;
  }

  /**
   * Products with what each unit offers, holds, was awarded and is called for by period, the units
   * that can give most first, and how many there are.
   */
  static List<Object> services(ClearingCase clearingCase, ClearingResult result) {
    MarketDay day = clearingCase.day();
    AncillaryStatus status = new AncillaryStatus(clearingCase, result);
    List<Object> rows = new ArrayList<>();
    for (int p = 0; p < status.products().size(); p++) {
      List<Map<String, Object>> units = new ArrayList<>();
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        if (status.concerns(g, p)) {
          units.add(unit(day, status, g, p));
        }
      }
      units.sort(
          Comparator.comparingDouble(
              unit -> -sum((double[]) Objects.requireNonNull(unit.get("availableMw")))));
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("product", status.products().get(p));
      row.put("count", units.size());
      row.put("units", units.subList(0, Math.min(UNITS_MAX, units.size())));
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> unit(MarketDay day, AncillaryStatus status, int g, int p) {
    double[][] series = new double[5][day.periodCount()];
    for (int t = 0; t < series[0].length; t++) {
      series[0][t] = status.availableMw(g, p, t);
      series[1][t] = status.heldMw(g, p, t);
      series[2][t] = status.awardedMw(g, p, t);
      series[3][t] = status.calledMw(g, p, t);
      series[4][t] = status.offerYuanPerMwh(g, p, t);
    }
    Map<String, Object> unit = new LinkedHashMap<>();
    unit.put("id", day.thermalUnits().get(g).id());
    unit.put("fuel", day.thermalUnits().get(g).fuel());
    List<String> names = List.of("availableMw", "heldMw", "awardedMw", "calledMw", "offer");
    for (int k = 0; k < series.length; k++) {
      unit.put(names.get(k), CaseDetail.cents(series[k]));
    }
    return unit;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double[] held(
      MarketDay day, ClearingResult result, ReserveRequirement requirement) {
    int product = MarketFigures.products(day).indexOf(requirement.product());
    Set<Integer> members = RequiredReserve.members(day, requirement);
    double[] held = new double[day.periodCount()];
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      for (int t = 0; members.contains(g) && t < held.length; t++) {
        held[t] += result.schedule().reserveMw()[product][g][t];
      }
    }
    return held;
  }

  /** Awards over the horizon: unit, fuel, product, MW·h held, greatest MW. */
  static List<Object[]> awards(MarketDay day, ClearingResult result) {
    List<String> products = MarketFigures.products(day);
    List<Object[]> rows = new ArrayList<>();
    for (int p = 0; p < products.size(); p++) {
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        double sum = 0;
        double most = 0;
        for (double mw : result.schedule().reserveMw()[p][g]) {
          sum += mw * day.horizon().hoursPerPeriod();
          most = Math.max(most, mw);
        }
        if (most > 0) {
          rows.add(
              new Object[] {
                day.thermalUnits().get(g).id(),
                day.thermalUnits().get(g).fuel(),
                products.get(p),
                sum,
                most
              });
        }
      }
    }
    return rows;
  }
}
