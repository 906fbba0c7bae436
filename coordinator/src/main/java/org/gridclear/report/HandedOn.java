package org.gridclear.report;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.constraint.Span;
import org.gridclear.scenario.Boundary;
import org.gridclear.scenario.resolved.ClearingCase;

/** What a cleared case hands on to the next market or window. */
public final class HandedOn {
  private HandedOn() {}

  /** The state of a cleared case over its horizon. */
  public static Boundary of(ClearingCase clearingCase, ClearingResult result) {
    MarketDay day = clearingCase.day();
    List<Boundary.UnitPath> units = new ArrayList<>();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      units.add(
          new Boundary.UnitPath(
              day.thermalUnits().get(g).id(),
              day.thermalUnits().get(g).initial(),
              result.schedule().committed()[g],
              result.schedule().outputMw()[g]));
    }
    List<String> storage = day.storageUnits().stream().map(unit -> unit.id()).toList();
    return new Boundary(
        day.horizon(),
        units,
        levels(storage, result.schedule().levelMwh()),
        levels(MarketFigures.decidedReservoirs(clearingCase), result.schedule().volumeMm3()),
        levels(MarketFigures.decidedHvdc(clearingCase), result.schedule().hvdcMw()),
        levels(
            day.profiledUnits().stream().map(unit -> unit.id()).toList(),
            result.schedule().profiledMw()),
        used(day));
  }

  /** What had been used of the day before the case. */
  private static List<Boundary.Used> used(MarketDay day) {
    List<Boundary.Used> used = new ArrayList<>();
    day.rules().ranges().stream()
        .filter(range -> range.span() != Span.PERIOD)
        .map(range -> new Boundary.Used(Boundary.Counted.RANGE, range.id(), range.used()))
        .forEach(used::add);
    day.thermalUnits().stream()
        .map(u -> new Boundary.Used(Boundary.Counted.STARTS, u.id(), u.startsOfDay()))
        .forEach(used::add);
    day.rules()
        .hvdcSchedules()
        .forEach(
            line -> {
              used.add(
                  new Boundary.Used(
                      Boundary.Counted.HVDC_CHANGES, line.line(), line.changesOfDay()));
              used.add(
                  new Boundary.Used(Boundary.Counted.HVDC_POWER, line.line(), line.initialMw()));
            });
    day.storageUnits()
        .forEach(
            unit ->
                used.add(
                    new Boundary.Used(
                        Boundary.Counted.STORAGE_LEVEL, unit.id(), unit.initialLevelMwh())));
    day.rules()
        .reservoirs()
        .forEach(
            reservoir ->
                used.add(
                    new Boundary.Used(
                        Boundary.Counted.RESERVOIR_VOLUME,
                        reservoir.id(),
                        reservoir.initialMm3())));
    return used;
  }

  private static List<Boundary.Level> levels(List<String> ids, double[][] values) {
    List<Boundary.Level> levels = new ArrayList<>();
    for (int i = 0; i < Math.min(ids.size(), values.length); i++) {
      levels.add(new Boundary.Level(ids.get(i), values[i]));
    }
    return levels;
  }
}
