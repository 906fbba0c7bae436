package org.gridclear.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunResult;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.work.CaseSummary;

/** The data that the page draws, as a tree. */
final class ReportData {
  private static final int HEAT_UNITS_MAX = 120;

  private ReportData() {}

  /** A case with its result in full. */
  record Detail(String name, ClearingCase clearingCase, ClearingResult result) {}

  static Map<String, Object> of(RunResult result, List<Detail> details) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("summary", SummaryJson.map(result));
    MarketDay base = result.study().base();
    List<String> labels = new ArrayList<>();
    for (int t = 0; t < base.periodCount(); t++) {
      labels.add(base.horizon().label(t));
    }
    data.put("periods", labels);
    data.put("minutes", base.horizon().minutesPerPeriod());
    List<Object> series = new ArrayList<>();
    for (CaseResult cell : result.cases()) {
      CaseSummary s = cell.receipt().summary();
      if (s != null) {
        series.add(
            Map.of("name", cell.name(), "lmp", s.lmpMeanByPeriod(), "load", s.loadMwByPeriod()));
      }
    }
    data.put("series", series);
    data.put("timeline", Timeline.of(result));
    data.put("details", details.stream().map(ReportData::detail).toList());
    return data;
  }

  private static Map<String, Object> detail(Detail detail) {
    MarketDay day = detail.clearingCase().day();
    ClearingResult result = detail.result();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", detail.name());
    map.put("stack", stack(day, result));
    map.put("load", loads(day));
    map.put("heat", heat(day, result));
    List<Object> flows = new ArrayList<>();
    for (FlowResult flow : result.flows()) {
      if (flow.binding()) {
        flows.add(
            Map.of(
                "element", flow.element(),
                "period", flow.period(),
                "price", flow.shadowPriceYuanPerMwh(),
                "flow", flow.flowMw(),
                "limit", flow.limitMw()));
      }
    }
    map.put("binding", flows);
    return map;
  }

  private static double[] loads(MarketDay day) {
    double[] loads = new double[day.periodCount()];
    for (int t = 0; t < loads.length; t++) {
      loads[t] = day.loadMw(t);
    }
    return loads;
  }

  /** Output by fuel and period. */
  private static Map<String, double[]> stack(MarketDay day, ClearingResult result) {
    Map<String, double[]> stack = new TreeMap<>();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      add(stack, day.thermalUnits().get(g).fuel(), result.schedule().outputMw()[g]);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      add(stack, day.profiledUnits().get(i).fuel(), result.schedule().profiledMw()[i]);
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      add(stack, "storage", result.schedule().dischargeMw()[i]);
    }
    for (double[] shed : result.schedule().shedMw()) {
      if (java.util.Arrays.stream(shed).sum() > 0) {
        add(stack, "load not served", shed);
      }
    }
    return stack;
  }

  private static void add(Map<String, double[]> stack, String fuel, double[] mw) {
    double[] sum =
        stack.computeIfAbsent(fuel.isEmpty() ? "thermal" : fuel, f -> new double[mw.length]);
    for (int t = 0; t < mw.length; t++) {
      sum[t] += mw[t];
    }
  }

  /** Loading of the largest thermal units: share of their upper limit, 0 for off. */
  private static Map<String, Object> heat(MarketDay day, ClearingResult result) {
    List<Integer> order = new ArrayList<>();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      order.add(g);
    }
    order.sort(
        (a, b) ->
            Double.compare(
                day.thermalUnits().get(b).pMaxMw().max(),
                day.thermalUnits().get(a).pMaxMw().max()));
    List<String> units = new ArrayList<>();
    List<double[]> cells = new ArrayList<>();
    for (int g : order.subList(0, Math.min(HEAT_UNITS_MAX, order.size()))) {
      for (int t = 0; t < day.periodCount(); t++) {
        double most = Math.max(1e-9, day.thermalUnits().get(g).pMaxMw().at(t));
        if (result.schedule().committed()[g][t]) {
          double share = Math.max(0.01, result.schedule().outputMw()[g][t] / most);
          cells.add(new double[] {t, units.size(), Math.rint(share * 1000) / 10});
        }
      }
      units.add(day.thermalUnits().get(g).id());
    }
    return Map.of("units", units, "cells", cells);
  }
}
