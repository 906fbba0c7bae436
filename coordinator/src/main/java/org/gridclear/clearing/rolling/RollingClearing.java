package org.gridclear.clearing.rolling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.market.MarketDay;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.study.CaseOverlay;
import org.gridclear.study.StudyDefinition;
import org.gridclear.table.CsvFile;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.StoredOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Clears a horizon that is too long for one model. Windows that overlap decide the commitment one
 * after the other, each from the state that the one before left; then the whole horizon is cleared
 * with that commitment, so that dispatch, prices and audit are those of one model.
 */
public final class RollingClearing {
  private final ClearingOptions options;
  private final RollingSteps steps;
  private final Function<StudyDefinition, RunResult> clear;
  private final GridStore store;

  /**
   * Clears with these options.
   *
   * @param clear runs a study of one case to its end
   * @param store where outcomes lie
   */
  public RollingClearing(
      ClearingOptions options,
      RollingSteps steps,
      Function<StudyDefinition, RunResult> clear,
      GridStore store) {
    this.options = options;
    this.steps = steps;
    this.clear = clear;
    this.store = store;
  }

  /**
   * What came of it.
   *
   * @param windows those that were cleared
   * @param last the clearing of the whole; that of the first window without a schedule if there is
   *     one
   */
  public record Outcome(List<RollingWindow> windows, RunResult last) {
    /** What the windows found, in a line. */
    public String text() {
      double gapMax = windows.stream().mapToDouble(RollingWindow::gap).max().orElse(0);
      double cpuSeconds =
          windows.stream().mapToDouble(window -> window.receipt().cpuSeconds()).sum();
      return "  commitment of %d windows, largest gap %.4f %%, %.1f s of CPU; the bound above holds for that commitment%n"
          .formatted(windows.size(), 100 * gapMax, cpuSeconds);
    }

    /** Writes {@code windows.csv}: a line for each window. */
    public void write(Path folder) {
      try (CsvFile file =
          new CsvFile(
              folder.resolve("windows.csv"),
              "window",
              "fromPeriod",
              "keptToPeriod",
              "toPeriod",
              "objectiveYuan",
              "bestBoundYuan",
              "gap",
              "cpuSeconds")) {
        for (int w = 0; w < windows.size(); w++) {
          RollingWindow window = windows.get(w);
          file.row(
              w + 1,
              window.from() + 1,
              window.kept(),
              window.to(),
              window.receipt().cleared().objectiveYuan(),
              window.receipt().cleared().bestBoundYuan(),
              window.gap(),
              window.receipt().cpuSeconds());
        }
      }
    }
  }

  /** Clears a day of any length. */
  public Outcome clear(MarketDay day) {
    boolean[][] on = new boolean[day.thermalUnits().size()][day.periodCount()];
    List<RollingWindow> windows = new ArrayList<>();
    InitialConditions before = null;
    for (int from = 0; from < day.periodCount(); from += steps.step()) {
      int to = Math.min(day.periodCount(), from + steps.step() + steps.ahead());
      int kept = to == day.periodCount() ? to : from + steps.step();
      MarketDay part = window(day, from, to, before);
      RunResult result = clear.apply(study(part));
      Receipt receipt = result.cases().get(0).receipt();
      Optional<StoredOutcome> outcome = store.outcome(receipt);
      if (outcome.isEmpty()) {
        return new Outcome(windows, result);
      }
      windows.add(new RollingWindow(from, kept, to, receipt));
      before =
          FinalState.of(
              CaseOverlay.base().resolve(part).in(options.market()), outcome.get().result());
      for (int g = 0; g < on.length; g++) {
        System.arraycopy(before.units().get(g).on(), 0, on[g], from, kept - from);
      }
      if (kept == day.periodCount()) {
        break;
      }
    }
    return new Outcome(windows, clear.apply(study(day.withStatuses(on))));
  }

  /** Periods of the day that start from a state; which statuses are free is the day's own. */
  private static MarketDay window(
      MarketDay day, int from, int to, @Nullable InitialConditions before) {
    return new MarketRun(Market.DA, from, to - from, 0, 0, MarketRun.FAST_START_HOURS)
        .window(
            day.withRules(day.rules().afterHours(from * day.horizon().hoursPerPeriod())), before);
  }

  private StudyDefinition study(MarketDay day) {
    return StudyDefinition.of(day, options);
  }
}
