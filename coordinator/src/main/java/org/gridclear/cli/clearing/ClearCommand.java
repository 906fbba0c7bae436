package org.gridclear.cli.clearing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.rolling.RollingClearing;
import org.gridclear.cli.option.CaseSource;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.process.StepLog;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.AnomalyNotice;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.report.clearing.ClearingText;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.study.CaseToClear;
import org.gridclear.study.StudyDefinition;
import org.gridclear.validate.Issue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear clear CASE}: clears one case of any format in one of the four markets. */
@Command(
    name = "clear",
    description = {
      "Clear one case: commitment, dispatch, reserve and prices.",
      "CASE is a file of any format (pglib-uc, UnitCommitment.jl, Egret, gridclear-case,"
          + " MATPOWER),",
      "a day of RTS-GMLC's folder (FOLDER@2020-07-15), or the name of a built-in network; a network"
          + " alone is completed with synthetic offers."
    })
public final class ClearCommand implements Callable<Integer>, RunLog.Run {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private FolderRun run;
  @Mixin private CaseSource source;

  @Parameters(paramLabel = "CASE", description = "The case to clear; - for standard input.")
  private String file;

  @Option(
      names = "--market",
      defaultValue = "DA",
      description = "lt-ruc, da, id or rt (default: da).",
      converter = MarketConverter.class)
  private Market market;

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.001",
      description = "Relative gap to stop at (default: ${DEFAULT-VALUE}).")
  private double gap;

  @Option(
      names = "--cpu-limit",
      converter = OptionNumbers.AboveZero.class,
      paramLabel = "S",
      defaultValue = "600",
      description = "Seconds of CPU for the search (default: ${DEFAULT-VALUE}).")
  private double cpuLimit;

  @Option(
      names = "--formulation",
      defaultValue = "AUTO",
      description =
          "tight; compact without a row per segment; auto for the one that fits size and gap; or "
              + "plain for the untightened pglib-uc model (default: auto).")
  private ClearingOptions.Formulation formulation;

  @Option(
      names = "--strategy",
      defaultValue = "RELAX_AND_FIX",
      description = "relax_and_fix, or whole_model for HiGHS alone (default: relax_and_fix).")
  private ClearingOptions.Strategy strategy;

  @Option(
      names = "--losses",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Losses in balance, flows and prices, as in studies (default: yes; --no-losses leaves"
              + " them out).")
  private boolean losses;

  @Option(
      names = "--ancillary",
      defaultValue = "JOINT",
      description = "joint with energy, or separate after it (default: joint).")
  private ClearingOptions.Ancillary ancillary;

  @Option(names = "--n-1", description = "Survive the outage of every single branch.")
  private boolean everyBranch;

  @Option(
      names = "--security-rounds",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Most rounds of clearing and AC check (default: none).")
  private int securityRounds;

  @Option(
      names = "--cuts",
      paramLabel = "FILE",
      description =
          "Cuts of an earlier AC check, as its security-cuts.json has them, edited or not.")
  private Path cuts;

  @Option(
      names = "--q-limits",
      description = "Generators leave their voltage set point at a reactive limit (AC check).")
  private boolean reactiveLimits;

  @Mixin private WindowOptions window;
  @Mixin private LongHorizon horizon;
  @Mixin private KeepOption keep;

  @Option(
      names = "--steps",
      description =
          "Every step of the clearing on the error stream as it happens: bounds, schedules, rounds"
              + " of the AC check. With --join the nodes log it (gridclear.log=DEBUG).")
  private boolean steps;

  @Override
  public @Nullable Path written() {
    return run.written();
  }

  @Override
  public Integer call() throws IOException {
    if (steps) {
      StepLog.show();
    }
    run.check();
    if (horizon.inDays()) {
      return longCycle();
    }
    StudyDefinition study = study();
    keep.check(study.options().market(), study.base(), this::given);
    try (Grid grid = Grid.startLight(run.grid())) {
      Optional<RollingClearing.Outcome> rolled =
          horizon.roll(study, grid.runs().store(), part -> cleared(part, grid.runs()));
      RunResult result =
          rolled.map(RollingClearing.Outcome::last).orElseGet(() -> cleared(study, grid.runs()));
      return run.write(
          result,
          grid.runs(),
          (place, of, store, beside) -> {
            ReportFolder.write(
                place, of, store, aside -> rolled.ifPresent(part -> part.write(aside)), beside);
            run.wrote(place.folder());
            Optional<MarketAnomalies.Judged> kept = keep.keep(file, of, store, place.folder());
            return said(place.folder(), of, rolled, kept);
          });
    }
  }

  private static FolderRun.Written said(
      Path folder,
      RunResult result,
      Optional<RollingClearing.Outcome> rolled,
      Optional<MarketAnomalies.Judged> kept) {
    List<String> notices = kept.map(AnomalyNotice::of).orElse(List.of());
    String end = System.lineSeparator();
    return new FolderRun.Written(
        notices.stream().map(line -> line + end).collect(Collectors.joining())
            + ClearingText.of(result)
            + rolled.map(RollingClearing.Outcome::text).orElse(""),
        List.of(),
        "Report: "
            + folder.resolve("report.html")
            + kept.map(judged -> end + KeepOption.said(judged.version())).orElse(""),
        result.isClean() && kept.map(judged -> judged.openSevere().isEmpty()).orElse(true));
  }

  /** Days in periods of their own lengths. */
  private int longCycle() throws IOException {
    LongHorizon.refuseBesideDays(this::given, market, run.json());
    CaseToClear taken = taken();
    MarketRun all = horizon.plan(window.days(), window.repeatDays());
    LongCycleFolder folder =
        new LongCycleFolder(
            taken.options().in(Market.LT_RUC),
            taken.as().base(),
            Stream.concat(taken.remarks().stream(), notices(taken, all).stream()).toList(),
            horizon.dayMinutes(),
            window.days(),
            window.repeatDays());
    try (Grid grid = Grid.startLight(run.grid())) {
      return folder.write(
          run,
          taken.day(),
          window.before(),
          grid.runs().store(),
          part -> cleared(part, grid.runs()),
          spec.commandLine().getOut());
    }
  }

  private RunResult cleared(StudyDefinition study, StudyRuns runs) {
    return run.await(runs.submit(study), "cases");
  }

  private CaseToClear taken() {
    CaseFiles.Loaded loaded = strict.load(file, spec.commandLine().getErr());
    return CaseToClear.of(
        file,
        loaded,
        source.day(loaded),
        new CaseToClear.Security(everyBranch, cuts),
        as ->
            as.given()
                ? over(as.options(), this::given)
                : over(ClearingOptions.DEFAULT, every -> true));
  }

  private StudyDefinition study() {
    CaseToClear taken = taken();
    horizon.refuseSwitches(taken.as());
    boolean asWritten = taken.as().given() && !window.given(this::given);
    Market of = taken.options().market();
    MarketDay cleared = asWritten ? taken.day() : window.of(of, taken.day());
    return taken.study(cleared, notices(taken, asWritten ? null : window.run(of)));
  }

  /** What was made for the case and what its periods leave out, which is printed or refused. */
  private List<Issue> notices(CaseToClear taken, @Nullable MarketRun of) {
    List<Issue> notices = taken.notices(of);
    strict.check(notices, spec.commandLine().getErr());
    return notices;
  }

  private boolean given(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  /** Options as they are, but for those that are the command line's. */
  private ClearingOptions over(ClearingOptions d, Predicate<String> mine) {
    return new ClearingOptions(
        mine.test("--market") ? market : d.market(),
        mine.test("--gap") ? gap : d.gap(),
        d.nodesMax(),
        mine.test("--cpu-limit") ? cpuLimit : d.secondsMax(),
        d.solver(),
        mine.test("--formulation") ? formulation : d.formulation(),
        d.feasibilityMw(),
        mine.test("--losses") ? losses : d.losses(),
        mine.test("--ancillary") ? ancillary : d.ancillary(),
        mine.test("--strategy") ? strategy : d.strategy(),
        d.startFromBase(),
        new ClearingOptions.SecurityRounds(
            mine.test("--security-rounds") ? securityRounds : d.security().roundsMax(),
            mine.test("--q-limits") ? reactiveLimits : d.security().reactiveLimits()));
  }
}
