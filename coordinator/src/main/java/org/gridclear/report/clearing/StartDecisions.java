package org.gridclear.report.clearing;

import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;
import org.gridclear.run.CaseResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.table.CsvFile;
import org.gridclear.worker.api.StoredOutcome;

/**
 * Which starts have to be decided now (C-01): those whose order is due before the next run, a day
 * later.
 */
public final class StartDecisions {
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
    write(folder, clearingCase, result, clearingCase.day());
  }

  /**
   * Writes {@code decisions.csv} again of a stretch of days that was cleared within a long cycle:
   * lead times count from the first minute of the cycle, and what its plan decided was not ordered
   * before.
   *
   * @param folder the folder of the run of the stretch
   * @param cycle all days of the cycle, as they were planned
   */
  public static void ofStretch(Path folder, RunResult result, GridStore store, MarketDay cycle) {
    for (int c = 0; c < result.cases().size(); c++) {
      CaseResult cell = result.cases().get(c);
      Optional<StoredOutcome> outcome = store.outcome(cell.receipt());
      if (outcome.isPresent()) {
        Path of = folder.resolve("cases").resolve(ReportFolder.folderName(c, cell.name()));
        write(of, result.resolved(c), outcome.get().result(), cycle);
      }
    }
  }

  private static void write(
      Path folder, ClearingCase clearingCase, ClearingResult result, MarketDay cycle) {
    MarketDay day = clearingCase.day();
    boolean any = clearingCase.market() == Market.LT_RUC || !cycle.rules().leadTimes().isEmpty();
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
        double leadHours = cycle.rules().leadHours(unit.id());
        for (int t = 0; t < day.periodCount(); t++) {
          if (result.schedule().starts()[g][t]) {
            long due = dueMinute(day.horizon(), t, leadHours);
            boolean given = isGiven(cycle, g, minuteOf(day.horizon(), t));
            file.row(
                unit.id(),
                t + 1,
                leadHours,
                due < 0 ? "before" : cycle.horizon().labelOfMinute(due),
                of(given, cycle.horizon(), due).name());
          }
        }
      }
    }
  }

  private static long minuteOf(Horizon horizon, int t) {
    return horizon.startMinute() + (long) t * horizon.minutesPerPeriod();
  }

  /** Whether the data of the cycle have a unit on at a minute. */
  private static boolean isGiven(MarketDay cycle, int g, long minute) {
    long period = (minute - cycle.horizon().startMinute()) / cycle.horizon().minutesPerPeriod();
    return cycle.thermalUnits().get(g).commitment().get((int) period) == Commitment.ON;
  }

  private static long dueMinute(Horizon horizon, int t, double leadHours) {
    return minuteOf(horizon, t) - Math.round(leadHours * MINUTES_PER_H);
  }

  private static Decision of(boolean given, Horizon horizon, long due) {
    if (given) {
      return Decision.ORDERED;
    }
    return due < horizon.startMinute() + (long) MINUTES_PER_DAY ? Decision.NOW : Decision.LATER;
  }
}
