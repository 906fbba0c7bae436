package org.gridclear.cli.clearing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.rolling.DaySteps;
import org.gridclear.clearing.rolling.LongCycle;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.market.MarketDay;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ClearingText;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.report.clearing.StartDecisions;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.study.CaseOverlay;
import org.gridclear.study.StudyDefinition;
import org.gridclear.validate.Issue;
import org.jspecify.annotations.Nullable;

/**
 * The long cycle in periods of each day's length, and the folders that it writes.
 *
 * @param base the case with its switches
 * @param remarks what the reader and the days have to say
 * @param dayMinutes length of the periods of each day; the last holds for the days after it
 * @param days how many; 0 for all of the case
 */
record LongCycleFolder(
    ClearingOptions options,
    CaseOverlay base,
    List<Issue> remarks,
    List<Integer> dayMinutes,
    int days,
    boolean repeatDays) {
  private static final int MINUTES_PER_DAY = 1440;

  /**
   * Clears and writes a folder for the plan and one for each stretch of days, all in one step; what
   * an earlier cycle left of other stretches is removed.
   *
   * @param run where the folder goes, by the plan's run id where none is named
   * @param before what the run before handed on; null for none
   * @return the exit code
   */
  int write(
      FolderRun run,
      MarketDay day,
      @Nullable InitialConditions before,
      GridStore store,
      Function<StudyDefinition, RunResult> clear,
      PrintWriter output)
      throws IOException {
    List<DaySteps> stretches = DaySteps.of(dayMinutes, days > 0 ? days : wholeDays(day));
    List<LongCycle.Part> parts =
        new LongCycle(options, base, remarks, stretches, repeatDays, clear, store)
            .clear(day, before);
    RunResult plan = parts.get(0).result();
    ResultPlace place = run.place(plan);
    Path folder = place.folder();
    place.write(
        aside -> {
          for (LongCycle.Part part : parts) {
            ReportFolder.write(
                ResultPlace.fresh(aside.resolve(part.label())),
                part.result(),
                store,
                of -> StartDecisions.ofStretch(of, part.result(), store, plan.study().base()),
                run.beside());
          }
        });
    run.wrote(folder);
    boolean clean = parts.size() == stretches.size() + 1;
    for (LongCycle.Part part : parts) {
      print(folder, part, output);
      clean &= isClean(part);
    }
    output.flush();
    return ExitCodes.clean(clean);
  }

  private static int wholeDays(MarketDay day) {
    int minutes = day.periodCount() * day.horizon().minutesPerPeriod();
    if (minutes % MINUTES_PER_DAY != 0) {
      throw new IllegalArgumentException(
          ("The case has %d periods of %d min, which are no whole days, and --day-minutes clears"
                  + " whole days: say with --days how many, or give the rest in the file.")
              .formatted(day.periodCount(), day.horizon().minutesPerPeriod()));
    }
    return minutes / MINUTES_PER_DAY;
  }

  private static void print(Path folder, LongCycle.Part part, PrintWriter output) {
    output.println(part.label() + ":");
    output.print(ClearingText.of(part.result()));
    output.println("Report: " + folder.resolve(part.label()).resolve("report.html"));
  }

  private static boolean isClean(LongCycle.Part part) {
    RunResult result = part.result();
    return result.isClean() || part.label().equals(LongCycle.PLAN) && result.isSolved();
  }
}
