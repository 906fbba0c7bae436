package org.gridclear.report;

import java.nio.file.Path;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.Market;
import org.gridclear.table.CsvFile;

/**
 * Which starts have to be decided now (C-01): those whose order is due before the next run, a day
 * later.
 */
final class StartDecisions {
  private static final int MINUTES_PER_DAY = 1440;
  private static final int MINUTES_PER_H = 60;

  private StartDecisions() {}

  /** What is to be done about a start. */
  enum Decision {
    /** The data give it: it was ordered before. */
    ORDERED,
    /** It is ordered now, since the next run would be too late. */
    NOW,
    /** The next run may still decide it. */
    LATER
  }

  /** Writes {@code decisions.csv} of the long cycle, and of any market with lead times. */
  static void write(Path folder, ClearingCase clearingCase, ClearingResult result) {
    MarketDay day = clearingCase.day();
    boolean any = clearingCase.market() == Market.LT_RUC || !day.rules().leadTimes().isEmpty();
    if (!any) {
      return;
    }
    try (CsvFile file =
        new CsvFile(
            folder.resolve("decisions.csv"),
            day.horizon(),
            "unit",
            "period",
            "leadHours",
            "orderBy",
            "decision")) {
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        ThermalUnit unit = day.thermalUnits().get(g);
        double leadHours = day.rules().leadHours(unit.id());
        for (int t = 0; t < day.periodCount(); t++) {
          if (result.schedule().starts()[g][t]) {
            long due = dueMinute(day.horizon(), t, leadHours);
            boolean given = unit.commitment().get(t) == Commitment.ON;
            file.row(
                unit.id(),
                t + 1,
                leadHours,
                due < 0 ? "before" : day.horizon().labelOfMinute(due),
                of(given, day.horizon(), due).name());
          }
        }
      }
    }
  }

  private static long dueMinute(Horizon horizon, int t, double leadHours) {
    long start = horizon.startMinute() + (long) t * horizon.minutesPerPeriod();
    return start - Math.round(leadHours * MINUTES_PER_H);
  }

  private static Decision of(boolean given, Horizon horizon, long due) {
    if (given) {
      return Decision.ORDERED;
    }
    return due < horizon.startMinute() + (long) MINUTES_PER_DAY ? Decision.NOW : Decision.LATER;
  }
}
