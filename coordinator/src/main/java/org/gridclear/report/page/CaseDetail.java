package org.gridclear.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.clearing.explain.StorageExplanation;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.network.Bus;
import org.gridclear.report.MarketFigures;
import org.gridclear.report.MarketFigures.ZonePrice;
import org.gridclear.validate.NaturalOrder;
import org.jspecify.annotations.Nullable;

/** What the page shows of one cleared case, as a tree. Series have one value per period. */
final class CaseDetail {
  private static final int HEAT_UNITS_MAX = 120;

  /** Buses whose prices are drawn over the day; of more buses those whose prices move most. */
  private static final int BUS_SERIES_MAX = 120;

  /** Lines of a table in the page; the files have all. */
  private static final int ROWS_MAX = 2_000;

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;

  CaseDetail(ClearingCase clearingCase, ClearingResult result) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
  }

  /** The tree. */
  Map<String, Object> map(String name, String folder) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("folder", folder);
    map.put("stack", stack());
    map.put("charging", charging());
    map.put("load", loads());
    map.put("heat", heat());
    map.put("lmp", MarketFigures.lmpCurves(day, result).stream().map(CaseDetail::cents).toList());
    map.put("zones", zones());
    map.put("buses", buses());
    map.put("reserves", ReserveFigures.requirements(clearingCase, result));
    map.put("awards", ReserveFigures.awards(day, result));
    map.put("services", ReserveFigures.services(clearingCase, result));
    map.put("storage", storage());
    map.put("security", security(result.security()));
    map.put("relaxations", relaxations());
    map.put("binding", binding());
    map.put("loadings", NetworkPicture.loadings(clearingCase, result));
    map.put("lmps", NetworkPicture.prices(clearingCase, result));
    return map;
  }

  static double[] cents(double[] values) {
    return Arrays.stream(values).map(v -> Math.rint(100 * v) / 100).toArray();
  }

  private double[] loads() {
    double[] loads = new double[day.periodCount()];
    Arrays.setAll(loads, day::loadMw);
    return loads;
  }

  /** Output by fuel and period. */
  private Map<String, double[]> stack() {
    Map<String, double[]> stack = new TreeMap<>();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      add(stack, day.thermalUnits().get(g).fuel(), result.schedule().outputMw()[g]);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      add(stack, day.profiledUnits().get(i).fuel(), result.schedule().profiledMw()[i]);
    }
    for (double[] mw : result.schedule().dischargeMw()) {
      add(stack, "storage", mw);
    }
    for (double[] shed : result.schedule().shedMw()) {
      if (Arrays.stream(shed).sum() > 0) {
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

  /** Power that storage draws; empty without storage. */
  private double[] charging() {
    double[] sum = new double[day.storageUnits().isEmpty() ? 0 : day.periodCount()];
    for (double[] mw : result.schedule().chargeMw()) {
      for (int t = 0; t < sum.length; t++) {
        sum[t] += mw[t];
      }
    }
    return sum;
  }

  /** Loading of the largest thermal units: share of their upper limit, 0 for off. */
  private Map<String, Object> heat() {
    List<Integer> order = new ArrayList<>();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      order.add(g);
    }
    order.sort(Comparator.comparingDouble(g -> -day.thermalUnits().get(g).pMaxMw().max()));
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
    return Map.of("units", units, "cells", cells, "count", day.thermalUnits().size());
  }

  /** Price and components by zone. */
  private List<Object> zones() {
    Map<String, double[][]> zones = new TreeMap<>(NaturalOrder.OF_NAMES);
    for (ZonePrice p : MarketFigures.zonePrices(day, result)) {
      double[][] of = zones.computeIfAbsent(p.zone(), zone -> new double[4][day.periodCount()]);
      of[0][p.period()] = p.priceYuanPerMwh();
      of[1][p.period()] = p.energyYuanPerMwh();
      of[2][p.period()] = p.congestionYuanPerMwh();
      of[3][p.period()] = p.lossYuanPerMwh();
    }
    List<Object> rows = new ArrayList<>();
    zones.forEach(
        (zone, of) ->
            rows.add(
                Map.of("zone", zone, "parts", Arrays.stream(of).map(CaseDetail::cents).toList())));
    return rows;
  }

  /** Prices by bus: a row each, and components over the day of those whose prices move most. */
  private Map<String, Object> buses() {
    List<Object[]> rows = new ArrayList<>();
    double[] spread = new double[day.network().buses().size()];
    for (int b = 0; b < spread.length; b++) {
      Bus bus = day.network().buses().get(b);
      double[] lmp = result.prices().lmpYuanPerMwh()[b];
      double min = Arrays.stream(lmp).min().orElse(0);
      double max = Arrays.stream(lmp).max().orElse(0);
      spread[b] = max - min;
      rows.add(
          new Object[] {
            bus.id(),
            bus.zone(),
            bus.baseKv() > 0 ? (Double) bus.baseKv() : null,
            cent(min),
            mean(lmp),
            cent(max),
            mean(result.prices().energyYuanPerMwh()[b]),
            mean(result.prices().congestionYuanPerMwh()[b]),
            mean(result.prices().lossYuanPerMwh()[b])
          });
    }
    return Map.of("rows", rows, "series", series(spread));
  }

  /** Components of the prices of the buses whose prices spread most over the day. */
  private Map<String, Object> series(double[] spread) {
    List<Integer> order = new ArrayList<>();
    for (int b = 0; b < spread.length; b++) {
      order.add(b);
    }
    order.sort(Comparator.comparingDouble(b -> -spread[b]));
    Map<String, Object> series = new LinkedHashMap<>();
    order.stream()
        .limit(BUS_SERIES_MAX)
        .sorted()
        .forEach(
            b ->
                series.put(
                    day.network().buses().get(b).id(),
                    List.of(
                        cents(result.prices().energyYuanPerMwh()[b]),
                        cents(result.prices().congestionYuanPerMwh()[b]),
                        cents(result.prices().lossYuanPerMwh()[b]))));
    return series;
  }

  private static double cent(double value) {
    return Math.rint(100 * value) / 100;
  }

  private static double mean(double[] values) {
    return cent(Arrays.stream(values).average().orElse(0));
  }

  private List<Object> storage() {
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < day.storageUnits().size(); i++) {
      StorageUnit unit = day.storageUnits().get(i);
      List<StorageExplanation> why = StorageExplanation.ofAll(clearingCase, result, i);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", unit.id());
      row.put("bus", unit.bus());
      row.put("chargeMw", cents(result.schedule().chargeMw()[i]));
      row.put("dischargeMw", cents(result.schedule().dischargeMw()[i]));
      row.put("levelMwh", cents(result.schedule().levelMwh()[i]));
      row.put("maxMwh", why.stream().map(StorageExplanation::levelMaxMwh).toList());
      row.put("lmp", why.stream().map(w -> cent(w.lmpYuanPerMwh())).toList());
      row.put("worthMin", why.stream().map(w -> finite(w.worthMinYuanPerMwh())).toList());
      row.put("worthMax", why.stream().map(w -> finite(w.worthMaxYuanPerMwh())).toList());
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? cent(value) : null;
  }

  private List<Object[]> relaxations() {
    return result.relaxations().stream()
        .sorted(Comparator.comparingDouble((Relaxation r) -> -r.penaltyYuan()))
        .limit(ROWS_MAX)
        .map(
            r ->
                new Object[] {
                  r.constraint(),
                  r.element(),
                  r.period(),
                  r.day(),
                  r.amount(),
                  r.unit(),
                  r.penaltyYuan()
                })
        .toList();
  }

  private List<Object[]> binding() {
    return result.flows().stream()
        .filter(FlowResult::binding)
        .sorted(Comparator.comparingDouble((FlowResult f) -> -f.shadowPriceYuanPerMwh()))
        .limit(ROWS_MAX)
        .map(
            f ->
                new Object[] {
                  f.constraint(),
                  f.element(),
                  f.outage(),
                  f.period(),
                  f.flowMw(),
                  f.limitMw(),
                  f.shadowPriceYuanPerMwh()
                })
        .toList();
  }

  /** The AC check; empty where none was asked for. */
  private static Map<String, Object> security(@Nullable SecurityReport security) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (security == null) {
      return map;
    }
    map.put("secure", security.secure());
    map.put("cost", security.costYuan());
    map.put("rounds", security.rounds());
    map.put("count", security.remaining().size());
    map.put(
        "remaining",
        security.remaining().stream()
            .sorted(
                Comparator.comparing(
                        (SecurityReport.Violation v) -> v.kind() == SecurityReport.Kind.VOLTAGE)
                    .thenComparing(v -> -v.share()))
            .limit(ROWS_MAX)
            .map(CaseDetail::violation)
            .toList());
    map.put("unsolved", security.unsolved().stream().limit(ROWS_MAX).toList());
    return map;
  }

  private static Object[] violation(SecurityReport.Violation v) {
    return new Object[] {
      v.kind().name(),
      v.element(),
      v.outage(),
      v.period(),
      v.value(),
      v.limit(),
      v.kind().unit(),
      v.excess(),
      v.answer().name()
    };
  }
}
