package org.gridclear.cli.market;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.rolling.RollingClearing;
import org.gridclear.cli.option.CaseSource;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.ParquetOption;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.process.RunWatch;
import org.gridclear.cli.process.StepLog;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.SecurityCutReader;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.AnomalyNotice;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ClearingText;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.StudyRuns;
import org.gridclear.study.ClearedAs;
import org.gridclear.study.StudyDefinition;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.MarketDayValidator;
import org.gridclear.validate.Rule;
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
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private ParquetOption parquet;
  @Mixin private OutputFolder out;
  @Mixin private PrintOption print;
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

  private @Nullable Path written;

  @Option(
      names = "--steps",
      description =
          "Every step of the clearing on the error stream as it happens: bounds, schedules, rounds"
              + " of the AC check. With --join the nodes log it (gridclear.log=DEBUG).")
  private boolean steps;

  @Override
  public @Nullable Path written() {
    return written;
  }

  @Override
  public Integer call() throws IOException {
    out.check();
    if (steps) {
      StepLog.show();
    }
    PrintWriter err = spec.commandLine().getErr();
    gridOptions.reach();
    if (horizon.inDays()) {
      return longCycle(err);
    }
    StudyDefinition study = study();
    keep.check(study.options().market(), study.base(), this::given);
    try (Grid grid = Grid.startLight(gridOptions)) {
      Optional<RollingClearing.Outcome> rolled =
          horizon.roll(study, grid.runs().store(), part -> run(part, grid.runs(), err));
      RunResult result =
          rolled.map(RollingClearing.Outcome::last).orElseGet(() -> run(study, grid.runs(), err));
      ResultPlace place = out.of(result);
      Path folder = place.folder();
      ReportFolder.write(
          place,
          result,
          grid.runs().store(),
          aside -> rolled.ifPresent(outcome -> outcome.write(aside)),
          parquet.wanted());
      written = folder;
      Optional<MarketAnomalies.Judged> kept =
          keep.keep(file, spec.root().version()[0], result, grid.runs().store(), folder);
      PrintWriter output = print.words(spec.commandLine().getOut());
      kept.ifPresent(judged -> AnomalyNotice.of(judged).forEach(output::println));
      output.print(ClearingText.of(result));
      rolled.ifPresent(outcome -> output.print(outcome.text()));
      output.println("Report: " + folder.resolve("report.html"));
      kept.ifPresent(judged -> KeepOption.say(judged.version(), output));
      output.flush();
      print.summary(folder, spec.commandLine().getOut());
      return isClean(result, kept) ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  private static boolean isClean(RunResult result, Optional<MarketAnomalies.Judged> kept) {
    return result.status().state() == RunState.DONE
        && result.failedCount() == 0
        && result.alarmedCount() == 0
        && kept.map(judged -> judged.openSevere().isEmpty()).orElse(true);
  }

  /** Days in periods of their own lengths. */
  private int longCycle(PrintWriter err) throws IOException {
    LongHorizon.refuseBesideDays(this::given, market, print.json());
    Taken taken = taken();
    MarketRun all = horizon.plan(window.days(), window.repeatDays());
    LongCycleFolder folder =
        new LongCycleFolder(
            taken.options().in(Market.LT_RUC),
            taken.as().base(),
            remarks(taken.loaded(), taken.day(), all),
            horizon.dayMinutes(),
            window.days(),
            window.repeatDays());
    try (Grid grid = Grid.startLight(gridOptions)) {
      LongCycleFolder.Written result =
          folder.write(
              out,
              taken.day(),
              window.before(),
              grid.runs().store(),
              part -> run(part, grid.runs(), err),
              spec.commandLine().getOut(),
              parquet.wanted());
      written = result.folder();
      return result.code();
    }
  }

  private RunResult run(StudyDefinition study, StudyRuns runs, PrintWriter err) {
    return RunWatch.await(runs.submit(study), "cases", progress.on(err));
  }

  /** The case and the options that hold for it, before periods of it are chosen. */
  private record Taken(
      CaseFiles.Loaded loaded, MarketDay day, ClearedAs as, ClearingOptions options) {}

  private Taken taken() {
    CaseFiles.Loaded loaded = strict.load(file, spec.commandLine().getErr());
    MarketDay day = source.day(loaded);
    if (everyBranch) {
      ContingencySet listed = day.rules().contingencies();
      day = day.withRules(day.rules().withContingencies(listed.ofEveryBranch(true)));
    }
    IssueLog log = new IssueLog(file);
    if (cuts != null) {
      day = withCuts(day);
      MarketDayValidator.check(day, log);
      log.throwIfErrors();
    }
    ClearedAs as = ClearedAs.of(loaded, log);
    log.throwIfErrors();
    ClearingOptions options =
        as.given() ? over(as.options(), this::given) : over(ClearingOptions.DEFAULT, every -> true);
    return new Taken(loaded, day, as, options);
  }

  /** One case as a study of nothing but its base, so that it goes the way of all cases. */
  private StudyDefinition study() {
    Taken taken = taken();
    MarketDay day = taken.day();
    ClearedAs as = taken.as();
    ClearingOptions options = taken.options();
    horizon.refuseSwitches(as);
    boolean asWritten = as.given() && !window.given(this::given);
    MarketDay cleared = asWritten ? day : window.of(options.market(), day);
    return new StudyDefinition(
        day.name(),
        cleared,
        options,
        List.of(as.base()),
        Optional.empty(),
        remarks(taken.loaded(), day, asWritten ? null : window.run(options.market())));
  }

  private MarketDay withCuts(MarketDay day) {
    return day.withRules(
        day.rules()
            .withContingencies(day.rules().contingencies().withCuts(SecurityCutReader.read(cuts))));
  }

  /** What the reader and the window have to say; that of the window is printed here. */
  private List<Issue> remarks(CaseFiles.Loaded loaded, MarketDay day, @Nullable MarketRun window) {
    IssueLog log = new IssueLog(file);
    if (!day.synthetic().isEmpty()) {
      log.notice(
          Rule.TAKEN_AS,
          "case",
          "",
          "synthetic",
          String.join(", ", day.synthetic()),
          "The file lacks these; they are made from the seed.");
    }
    if (window != null) {
      window.notices(day, log);
    }
    strict.check(log.issues(), spec.commandLine().getErr());
    return Stream.concat(loaded.log().issues().stream(), log.issues().stream()).toList();
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
