package org.gridclear.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.market.MarketDay;
import org.gridclear.report.ClearingText;
import org.gridclear.report.ReportFolder;
import org.gridclear.rolling.DaySteps;
import org.gridclear.rolling.LongCycle;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.scenario.Boundary;
import org.gridclear.scenario.StudyDefinition;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.table.TableFormat;

/** The long cycle in periods of each day's length, and the folders that it writes. */
record LongCycleFolder(
    ClearingOptions options, List<Integer> dayMinutes, int days, boolean repeatDays) {
  private static final int MINUTES_PER_DAY = 1440;

  /**
   * Clears and writes a folder for the plan and one for each stretch of days below {@code folder}.
   *
   * @param before what the run before handed on; null for none
   * @return the exit code
   */
  int write(
      Path folder,
      MarketDay day,
      Boundary before,
      GridStore store,
      Function<StudyDefinition, RunResult> run,
      PrintWriter output,
      Set<TableFormat> beside)
      throws IOException {
    int has = day.periodCount() * day.horizon().minutesPerPeriod() / MINUTES_PER_DAY;
    List<DaySteps> stretches = DaySteps.of(dayMinutes, days > 0 ? days : Math.max(1, has));
    List<LongCycle.Part> parts =
        new LongCycle(options, stretches, repeatDays, run, store).clear(day, before);
    boolean clean = parts.size() == stretches.size() + 1;
    for (LongCycle.Part part : parts) {
      RunResult result = part.result();
      Path of = folder.resolve(part.label());
      ReportFolder.write(of, result, store, aside -> {}, beside);
      output.println(part.label() + ":");
      output.print(ClearingText.of(result));
      output.println("Report: " + of.resolve("report.html"));
      clean &=
          result.status().state() == RunState.DONE
              && result.failedCount() == 0
              && (part.label().equals(LongCycle.PLAN) || result.alarmedCount() == 0);
    }
    output.flush();
    return clean ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }
}
