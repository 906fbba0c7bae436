package org.gridclear.clearing.order;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.rolling.DaySteps;
import org.gridclear.clearing.rolling.LongCycle;
import org.gridclear.market.MarketDay;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ClearingText;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.report.clearing.StartDecisions;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.study.CaseToClear;
import org.gridclear.study.StudyDefinition;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.Issue;
import org.jspecify.annotations.Nullable;

/**
 * The long cycle in periods of each day's length.
 *
 * @param taken the case
 * @param days its days
 * @param before what the run before hands on; null for the case's own state
 * @param remarks what the reader and the days have to say
 */
public record LongCycleOrder(
    CaseToClear taken, Days days, @Nullable InitialConditions before, List<Issue> remarks)
    implements ClearingOrder {
  private static final int MINUTES_PER_DAY = 1440;

  public LongCycleOrder {
    remarks = List.copyOf(remarks);
  }

  /**
   * Days in periods of their own lengths.
   *
   * @param minutes length of the periods of each day; the last holds for the days after it
   * @param count how many; 0 for all of the case
   * @param repeat whether the last day is repeated where the case has fewer
   */
  public record Days(List<Integer> minutes, int count, boolean repeat) {
    public Days {
      minutes = List.copyOf(minutes);
    }

    /** The run that plans them together, in the longest periods. */
    private MarketRun plan() {
      int longest = minutes.stream().mapToInt(Integer::intValue).max().orElseThrow();
      return new MarketRun(Market.LT_RUC, 0, 0, count, longest, MarketRun.FAST_START_HOURS, repeat);
    }

    private List<DaySteps> stretches(MarketDay day) {
      return DaySteps.of(minutes, count > 0 ? count : whole(day));
    }

    private static int whole(MarketDay day) {
      int of = day.periodCount() * day.horizon().minutesPerPeriod();
      if (of % MINUTES_PER_DAY != 0) {
        throw new IllegalArgumentException(
            ("The case has %d periods of %d min, which are no whole days, and --day-minutes clears"
                    + " whole days: say with --days how many, or give the rest in the file.")
                .formatted(day.periodCount(), day.horizon().minutesPerPeriod()));
      }
      return of / MINUTES_PER_DAY;
    }
  }

  /**
   * An order.
   *
   * @param noticed takes what was made for the case and what its days leave out, or refuses it
   */
  public static LongCycleOrder of(
      CaseToClear taken, Days days, HandedOn handed, Consumer<List<Issue>> noticed) {
    List<Issue> notices = taken.notices(days.plan());
    noticed.accept(notices);
    return new LongCycleOrder(
        taken,
        days,
        handed.before(),
        Stream.concat(taken.remarks().stream(), notices.stream()).toList());
  }

  /** Clears the plan and the stretches of days; ends with the first part that has no schedule. */
  @Override
  public Cleared clear(GridStore store, Function<StudyDefinition, RunResult> clear) {
    List<DaySteps> stretches = days.stretches(taken.day());
    LongCycle cycle =
        new LongCycle(
            taken.options().in(Market.LT_RUC),
            taken.as().base(),
            remarks,
            stretches,
            days.repeat(),
            clear,
            store);
    List<LongCycle.Part> parts = cycle.clear(taken.day(), before);
    return new ClearedCycle(parts, parts.size() == stretches.size() + 1);
  }

  /**
   * The plan and the stretches that were cleared.
   *
   * @param whole whether no stretch is missing
   */
  private record ClearedCycle(List<LongCycle.Part> parts, boolean whole) implements Cleared {
    /** The plan. */
    @Override
    public RunResult result() {
      return parts.get(0).result();
    }

    /** A folder for each part; what an earlier cycle left of other stretches is removed. */
    @Override
    public void write(ResultPlace place, GridStore store, Set<TableFormat> beside)
        throws IOException {
      place.write(
          aside -> {
            for (LongCycle.Part part : parts) {
              ReportFolder.write(
                  ResultPlace.fresh(aside.resolve(part.label())),
                  part.result(),
                  store,
                  of -> StartDecisions.ofStretch(of, part.result(), store, result().study().base()),
                  beside);
            }
          });
    }

    @Override
    public Said said(Path folder, GridStore store) {
      String end = System.lineSeparator();
      String lines =
          parts.stream().map(part -> lines(folder, part, end)).collect(Collectors.joining(end));
      int last = lines.lastIndexOf(end) + end.length();
      return new Said(
          lines.substring(0, last),
          lines.substring(last),
          whole && parts.stream().allMatch(ClearedCycle::isClean));
    }

    private static String lines(Path folder, LongCycle.Part part, String end) {
      Path report = folder.resolve(part.label()).resolve("report.html");
      return part.label() + ":" + end + ClearingText.of(part.result()) + "Report: " + report;
    }

    private static boolean isClean(LongCycle.Part part) {
      RunResult result = part.result();
      return result.isClean() || part.label().equals(LongCycle.PLAN) && result.isSolved();
    }
  }
}
