package org.gridclear.clearing.order;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.rolling.RollingClearing;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.AnomalyNotice;
import org.gridclear.market.anomaly.MarketAnomalies.Judged;
import org.gridclear.market.year.Keeping;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ClearingText;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.study.CaseToClear;
import org.gridclear.study.StudyDefinition;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.Issue;
import org.jspecify.annotations.Nullable;

/**
 * One case in periods of one length.
 *
 * @param source what the file is called in messages and in what is kept
 * @param study the case as a study of nothing but its base
 * @param windows how its commitment is found
 * @param keeping where its result is kept too; empty for nowhere
 */
public record CaseOrder(
    String source, StudyDefinition study, Windows windows, Optional<Keeping> keeping)
    implements ClearingOrder {
  /**
   * Periods of a case.
   *
   * @param run the run of a market over them
   * @param handed what earlier clearings hand on to it
   */
  public record Periods(MarketRun run, HandedOn handed) {}

  /**
   * An order, with everything about it that can be refused before it is cleared.
   *
   * @param periods which of the case; null for all, as the file says that it was cleared
   * @param noticed takes what was made for the case and what its periods leave out, or refuses it
   * @throws IllegalArgumentException if it cannot be cleared so, or not be kept
   */
  public static CaseOrder of(
      CaseToClear taken,
      Windows windows,
      @Nullable Periods periods,
      Optional<Keeping> keeping,
      Consumer<List<Issue>> noticed) {
    windows.refuseSwitches(taken.as());
    MarketDay cleared =
        periods == null ? taken.day() : periods.handed().periods(periods.run(), taken.day());
    List<Issue> notices = taken.notices(periods == null ? null : periods.run());
    noticed.accept(notices);
    StudyDefinition study = taken.study(cleared, notices);
    keeping.ifPresent(each -> each.check(study.options().market(), study.base()));
    return new CaseOrder(taken.source(), study, windows, keeping);
  }

  @Override
  public Cleared clear(GridStore store, Function<StudyDefinition, RunResult> clear) {
    Optional<RollingClearing.Outcome> rolled = windows.roll(study, store, clear);
    RunResult result =
        rolled.map(RollingClearing.Outcome::last).orElseGet(() -> clear.apply(study));
    return new ClearedCase(this, result, rolled);
  }

  /** A case that was cleared, in windows or not. */
  private record ClearedCase(
      CaseOrder order, RunResult result, Optional<RollingClearing.Outcome> rolled)
      implements Cleared {
    @Override
    public void write(ResultPlace place, GridStore store, Set<TableFormat> beside)
        throws IOException {
      ReportFolder.write(
          place, result, store, aside -> rolled.ifPresent(part -> part.write(aside)), beside);
    }

    @Override
    public Said said(Path folder, GridStore store) throws IOException {
      Optional<Judged> kept =
          order.keeping().isEmpty()
              ? Optional.empty()
              : Optional.of(order.keeping().get().keep(order.source(), result, store, folder));
      String end = System.lineSeparator();
      List<String> notices = kept.map(AnomalyNotice::of).orElse(List.of());
      return new Said(
          notices.stream().map(line -> line + end).collect(Collectors.joining())
              + ClearingText.of(result)
              + rolled.map(RollingClearing.Outcome::text).orElse(""),
          "Report: "
              + folder.resolve("report.html")
              + kept.map(judged -> end + Keeping.said(judged.version())).orElse(""),
          result.isClean() && kept.map(judged -> judged.openSevere().isEmpty()).orElse(true));
    }
  }
}
