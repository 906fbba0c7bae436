package org.gridclear.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.report.MarketFigures;
import org.gridclear.whatif.WhatIfAnswer.BusPrice;
import org.gridclear.whatif.WhatIfAnswer.LimitChange;
import org.gridclear.whatif.WhatIfAnswer.PeriodPrices;
import org.gridclear.whatif.WhatIfAnswer.Some;
import org.gridclear.whatif.WhatIfAnswer.UnitChange;

/** A kept result beside that of a changed case. */
final class Differences {
  private static final int ROWS_MAX = 20;
  private static final double MW_MIN = 1e-4;
  private static final double PRICE_MIN = 1e-4;

  private final MarketDay day;
  private final MarketDay changedDay;
  private final ClearingResult before;
  private final ClearingResult after;
  private final double hours;

  Differences(KeptCase kept, ClearingCase changed, ClearingResult after) {
    this.day = kept.clearingCase().day();
    this.changedDay = changed.day();
    this.before = kept.result();
    this.after = after;
    this.hours = day.horizon().hoursPerPeriod();
  }

  /**
   * The answer.
   *
   * @param bus number of the bus of interest, -1 for none
   * @param period the period of interest from 0, -1 for none
   */
  WhatIfAnswer answer(List<String> notices, int bus, int period, double seconds) {
    return new WhatIfAnswer(
        WhatIfAnswer.KEPT,
        notices,
        day.currency(),
        before.objectiveYuan(),
        after.objectiveYuan(),
        shedMwh(before),
        shedMwh(after),
        bus < 0 || period < 0 ? null : price(bus, period),
        periods(),
        units(period),
        buses(),
        limits(),
        seconds);
  }

  private double shedMwh(ClearingResult result) {
    return hours * Arrays.stream(result.schedule().shedMw()).flatMapToDouble(Arrays::stream).sum();
  }

  private BusPrice price(int bus, int t) {
    return new BusPrice(
        day.network().buses().get(bus).id(),
        t + 1,
        day.horizon().label(t),
        before.prices().lmpYuanPerMwh()[bus][t],
        after.prices().lmpYuanPerMwh()[bus][t]);
  }

  private List<PeriodPrices> periods() {
    List<double[]> was = MarketFigures.lmpCurves(day, before);
    List<double[]> is = MarketFigures.lmpCurves(changedDay, after);
    List<PeriodPrices> rows = new ArrayList<>();
    for (int t = 0; t < day.periodCount(); t++) {
      rows.add(
          new PeriodPrices(
              t + 1,
              day.horizon().label(t),
              was.get(0)[t],
              was.get(1)[t],
              was.get(2)[t],
              is.get(0)[t],
              is.get(1)[t],
              is.get(2)[t]));
    }
    return rows;
  }

  private Some<UnitChange> units(int period) {
    List<UnitChange> rows = new ArrayList<>();
    Schedule was = before.schedule();
    Schedule is = after.schedule();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      var unit = day.thermalUnits().get(g);
      add(rows, "unit", unit.id(), unit.bus(), was.outputMw()[g], is.outputMw()[g], period);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      var unit = day.profiledUnits().get(i);
      add(rows, "unit", unit.id(), unit.bus(), was.profiledMw()[i], is.profiledMw()[i], period);
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      var unit = day.storageUnits().get(i);
      add(rows, "storage", unit.id(), unit.bus(), net(was, i), net(is, i), period);
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      var load = day.flexibleLoads().get(i);
      add(rows, "load", load.id(), load.bus(), was.flexibleMw()[i], is.flexibleMw()[i], period);
    }
    return first(rows, row -> Math.abs(row.afterMwh() - row.beforeMwh()));
  }

  private static double[] net(Schedule schedule, int i) {
    double[] net = schedule.dischargeMw()[i].clone();
    for (int t = 0; t < net.length; t++) {
      net[t] -= schedule.chargeMw()[i][t];
    }
    return net;
  }

  private void add(
      List<UnitChange> rows,
      String kind,
      String id,
      String bus,
      double[] was,
      double[] is,
      int period) {
    int most = 0;
    for (int t = 0; t < was.length; t++) {
      most = Math.abs(is[t] - was[t]) > Math.abs(is[most] - was[most]) ? t : most;
    }
    if (Math.abs(is[most] - was[most]) > MW_MIN) {
      int at = period < 0 ? most : period;
      double beforeMwh = hours * Arrays.stream(was).sum();
      double afterMwh = hours * Arrays.stream(is).sum();
      rows.add(new UnitChange(kind, id, bus, beforeMwh, afterMwh, at + 1, was[at], is[at]));
    }
  }

  private Some<BusPrice> buses() {
    List<BusPrice> rows = new ArrayList<>();
    for (int b = 0; b < day.network().buses().size(); b++) {
      double[] was = before.prices().lmpYuanPerMwh()[b];
      double[] is = after.prices().lmpYuanPerMwh()[b];
      int most = 0;
      for (int t = 0; t < was.length; t++) {
        most = Math.abs(is[t] - was[t]) > Math.abs(is[most] - was[most]) ? t : most;
      }
      if (Math.abs(is[most] - was[most]) > PRICE_MIN) {
        rows.add(price(b, most));
      }
    }
    return first(rows, row -> Math.abs(row.afterYuanPerMwh() - row.beforeYuanPerMwh()));
  }

  private Some<LimitChange> limits() {
    Map<List<Object>, double[]> prices = new LinkedHashMap<>();
    collect(before, prices, 0);
    collect(after, prices, 1);
    List<LimitChange> rows = new ArrayList<>();
    prices.forEach(
        (key, price) -> {
          if (Math.abs(price[1] - price[0]) > PRICE_MIN) {
            rows.add(
                new LimitChange(
                    (String) key.get(0),
                    (String) key.get(1),
                    (String) key.get(2),
                    (Integer) key.get(3) + 1,
                    price[0],
                    price[1]));
          }
        });
    return first(rows, row -> Math.abs(row.afterYuanPerMwh() - row.beforeYuanPerMwh()));
  }

  private static void collect(ClearingResult result, Map<List<Object>, double[]> prices, int side) {
    for (FlowResult flow : result.flows()) {
      if (flow.binding()) {
        List<Object> key = List.of(flow.constraint(), flow.element(), flow.outage(), flow.period());
        prices.computeIfAbsent(key, none -> new double[2])[side] += flow.shadowPriceYuanPerMwh();
      }
    }
  }

  private static <T> Some<T> first(List<T> rows, ToDoubleFunction<T> size) {
    rows.sort(Comparator.comparingDouble(row -> -size.applyAsDouble(row)));
    return new Some<>(rows.size(), rows.subList(0, Math.min(ROWS_MAX, rows.size())));
  }
}
