package org.gridclear.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.report.MarketFigures;
import org.gridclear.report.page.ReserveFigures;

/** Series of a cleared case. */
public final class RunFigures {
  private RunFigures() {}

  /** The series. */
  public static ResultFigures of(ClearingCase clearingCase, ClearingResult result) {
    MarketDay day = clearingCase.day();
    FigureSeries series = new FigureSeries(day.periodCount());
    power(day, result.schedule(), series);
    prices(day, result, series);
    for (FlowResult flow : result.flows()) {
      if (flow.binding()) {
        series.limit(flow.period(), flow.element(), flow.outage(), flow.shadowPriceYuanPerMwh());
      }
    }
    for (Object each : ReserveFigures.requirements(clearingCase, result)) {
      Map<?, ?> row = (Map<?, ?>) each;
      series.reserve(
          (String) Objects.requireNonNull(row.get("id")),
          (double[]) Objects.requireNonNull(row.get("requiredMw")),
          (double[]) Objects.requireNonNull(row.get("heldMw")),
          (double[]) Objects.requireNonNull(row.get("price")));
    }
    double[] load = new double[day.periodCount()];
    Arrays.setAll(load, day::loadMw);
    List<String> times = new ArrayList<>();
    for (int t = 0; t < load.length; t++) {
      times.add(day.horizon().label(t));
    }
    int minutes = day.horizon().minutesPerPeriod();
    return series.figures(
        clearingCase.name(), day.currency(), minutes, times, load, made(day.synthetic()));
  }

  /** What of the case is no data. */
  private static List<String> made(List<String> synthetic) {
    return synthetic.isEmpty()
        ? List.of()
        : List.of("Made up where data are missing: " + String.join(", ", synthetic) + ".");
  }

  private static void power(MarketDay day, Schedule schedule, FigureSeries series) {
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      ThermalUnit unit = day.thermalUnits().get(g);
      series.unit(
          unit.id(), unit.fuel(), unit.bus(), schedule.committed()[g], schedule.outputMw()[g]);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      ProfiledUnit unit = day.profiledUnits().get(i);
      series.fuel(unit.fuel().isEmpty() ? "renewable" : unit.fuel(), schedule.profiledMw()[i]);
    }
    for (double[] mw : schedule.dischargeMw()) {
      series.fuel("storage", mw);
    }
    for (double[] mw : schedule.shedMw()) {
      if (Arrays.stream(mw).sum() > 0) {
        series.fuel("load not served", mw);
      }
    }
  }

  private static void prices(MarketDay day, ClearingResult result, FigureSeries series) {
    double[] mean = MarketFigures.lmpCurves(day, result).get(1);
    for (int b = 0; b < day.network().buses().size(); b++) {
      String bus = day.network().buses().get(b).id();
      for (int t = 0; t < mean.length; t++) {
        series.price(bus, t, result.prices().lmpYuanPerMwh()[b][t]);
      }
    }
    for (int t = 0; t < mean.length; t++) {
      series.mean(t, mean[t], 1);
    }
  }
}
