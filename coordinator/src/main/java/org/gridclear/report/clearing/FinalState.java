package org.gridclear.report.clearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.Span;
import org.gridclear.report.MarketFigures;

/** What a cleared case hands on to the next market or window. */
public final class FinalState {
  private static final double SECONDS_PER_H = 3600;
  private static final double LEAST_AWARD_MW = 1e-6;

  private FinalState() {}

  /** The state of a cleared case over its horizon. */
  public static InitialConditions of(ClearingCase clearingCase, ClearingResult result) {
    MarketDay day = clearingCase.day();
    List<InitialConditions.UnitPath> units = new ArrayList<>();
    boolean[][] on = result.schedule().committed();
    double[][] mw = result.schedule().outputMw();
    for (ThermalUnit unit : day.thermalUnits()) {
      int g = units.size();
      units.add(new InitialConditions.UnitPath(unit.id(), unit.initial(), on[g], mw[g]));
    }
    List<String> storage = day.storageUnits().stream().map(unit -> unit.id()).toList();
    return new InitialConditions(
        day.horizon(),
        units,
        levels(storage, result.schedule().levelMwh()),
        levels(MarketFigures.decidedReservoirs(clearingCase), result.schedule().volumeMm3()),
        levels(MarketFigures.decidedHvdc(clearingCase), result.schedule().hvdcMw()),
        levels(
            day.profiledUnits().stream().map(unit -> unit.id()).toList(),
            result.schedule().profiledMw()),
        used(day),
        levels(MarketFigures.decidedReservoirs(clearingCase), releases(clearingCase, result)),
        clearingCase.decidedReservoirs().stream()
            .map(lake -> new InitialConditions.Level(lake.id(), released(lake)))
            .toList(),
        clearingCase.market() == Market.DA ? awards(day, result) : awarded(day),
        held(day, result));
  }

  /** Spinning reserve and regulation upwards of the units that hold some. */
  private static List<InitialConditions.Level> held(MarketDay day, ClearingResult result) {
    double[][][] reserveMw = result.schedule().reserveMw();
    List<String> products = reserveMw.length == 0 ? List.of() : MarketFigures.products(day);
    double[][] heldMw = new double[day.thermalUnits().size()][];
    for (int p = 0; p < reserveMw.length; p++) {
      ReserveProduct product = day.rules().product(products.get(p));
      if (product.kind() != ReserveProduct.Kind.NON_SPINNING
          && product.direction() == ReserveProduct.Direction.UP) {
        add(reserveMw[p], heldMw);
      }
    }
    List<InitialConditions.Level> held = new ArrayList<>();
    for (int g = 0; g < heldMw.length; g++) {
      if (heldMw[g] != null) {
        held.add(new InitialConditions.Level(day.thermalUnits().get(g).id(), heldMw[g]));
      }
    }
    return held;
  }

  private static void add(double[][] reserveMw, double[][] heldMw) {
    for (int g = 0; g < heldMw.length; g++) {
      for (int t = 0; t < reserveMw[g].length; t++) {
        if (reserveMw[g][t] > LEAST_AWARD_MW) {
          heldMw[g] = heldMw[g] == null ? new double[reserveMw[g].length] : heldMw[g];
          heldMw[g][t] += reserveMw[g][t];
        }
      }
    }
  }

  /** Releases of decided reservoirs per period, turbined and spilled, in m³/s. */
  private static double[][] releases(ClearingCase clearingCase, ClearingResult result) {
    List<Reservoir> lakes = clearingCase.decidedReservoirs();
    MarketDay day = clearingCase.day();
    double[][] flows = new double[lakes.size()][day.periodCount()];
    for (int i = 0; i < flows.length; i++) {
      double perMw = lakes.get(i).m3PerMwh() / SECONDS_PER_H;
      for (int t = 0; t < day.periodCount(); t++) {
        flows[i][t] = result.schedule().spillM3PerS()[i][t];
        for (int g = 0; g < day.thermalUnits().size(); g++) {
          boolean draws = lakes.get(i).units().contains(day.thermalUnits().get(g).id());
          flows[i][t] += draws ? perMw * result.schedule().outputMw()[g][t] : 0;
        }
        for (int k = 0; k < day.profiledUnits().size(); k++) {
          boolean draws = lakes.get(i).units().contains(day.profiledUnits().get(k).id());
          flows[i][t] += draws ? perMw * result.schedule().profiledMw()[k][t] : 0;
        }
      }
    }
    return flows;
  }

  private static double[] released(Reservoir lake) {
    return lake.releasesBeforeM3PerS().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Reserve that a clearing awards. */
  private static List<InitialConditions.Award> awards(MarketDay day, ClearingResult result) {
    List<InitialConditions.Award> awards = new ArrayList<>();
    List<String> products = MarketFigures.products(day);
    for (int p = 0; p < result.schedule().reserveMw().length; p++) {
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        double[] mw = result.schedule().reserveMw()[p][g];
        if (Arrays.stream(mw).anyMatch(each -> each > LEAST_AWARD_MW)) {
          awards.add(
              new InitialConditions.Award(day.thermalUnits().get(g).id(), products.get(p), mw));
        }
      }
    }
    return awards;
  }

  /** Reserve that was awarded before a case. */
  private static List<InitialConditions.Award> awarded(MarketDay day) {
    List<InitialConditions.Award> awards = new ArrayList<>();
    for (RangeConstraint range : day.rules().ranges()) {
      if (range.kind() == RangeKind.AWARD) {
        String unit = range.scope().units().get(0);
        awards.add(new InitialConditions.Award(unit, range.item(), range.min().toArray()));
      }
    }
    return awards;
  }

  /** What had been used of the day before the case. */
  private static List<InitialConditions.Used> used(MarketDay day) {
    List<InitialConditions.Used> used = new ArrayList<>();
    for (RangeConstraint range : day.rules().ranges()) {
      if (range.span() != Span.PERIOD) {
        used.add(
            new InitialConditions.Used(InitialConditions.Counted.RANGE, range.id(), range.used()));
      }
    }
    for (ThermalUnit unit : day.thermalUnits()) {
      used.add(
          new InitialConditions.Used(
              InitialConditions.Counted.STARTS, unit.id(), unit.startsOfDay()));
    }
    day.rules()
        .hvdcSchedules()
        .forEach(
            line -> {
              used.add(
                  new InitialConditions.Used(
                      InitialConditions.Counted.HVDC_CHANGES, line.line(), line.changesOfDay()));
              used.add(
                  new InitialConditions.Used(
                      InitialConditions.Counted.HVDC_POWER, line.line(), line.initialMw()));
            });
    day.storageUnits()
        .forEach(
            unit ->
                used.add(
                    new InitialConditions.Used(
                        InitialConditions.Counted.STORAGE_LEVEL,
                        unit.id(),
                        unit.initialLevelMwh())));
    day.rules()
        .reservoirs()
        .forEach(
            reservoir ->
                used.add(
                    new InitialConditions.Used(
                        InitialConditions.Counted.RESERVOIR_VOLUME,
                        reservoir.id(),
                        reservoir.initialMm3())));
    day.rules()
        .bands()
        .forEach(bands -> used.addAll(InitialConditions.usedOf(bands, day.horizon())));
    return used;
  }

  private static List<InitialConditions.Level> levels(List<String> ids, double[][] values) {
    List<InitialConditions.Level> levels = new ArrayList<>();
    for (int i = 0; i < Math.min(ids.size(), values.length); i++) {
      levels.add(new InitialConditions.Level(ids.get(i), values[i]));
    }
    return levels;
  }
}
