package org.gridclear.cli.rulebase;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.market.MarketConverter;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.process.Grid;
import org.gridclear.compare.ComparisonText;
import org.gridclear.compare.RunComparison;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.parameter.PenaltyRules;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.rulebase.ShadowClearing;
import org.gridclear.market.rulebase.ShadowJudgement;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear rules shadow}: what a proposal would have made of a case. */
@Command(
    name = "shadow",
    description = {
      "Clear a case by the penalties that a proposal would change and by those that it proposes,",
      "and compare: A is as it was, B as proposed. Of rules of anomalies, such as caps and limits,",
      "versions that are kept are judged by both: --from DATE in place of the case. Nothing is"
          + " kept.",
      "Books: gridclear settle rules.",
      "Exit code 1: a result needs an eye."
    })
final class RulesShadowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private GridOptions gridOptions;

  @Parameters(
      index = "0",
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the proposal.")
  private int number;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CASE",
      description = "A case with units, a file or the SHA-256 of one that the market keeps.")
  private @Nullable String source;

  @Option(
      names = "--as",
      paramLabel = "MARKET",
      defaultValue = "da",
      converter = MarketConverter.class,
      description = "The market as which it is cleared (default: ${DEFAULT-VALUE}).")
  private Market as;

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.01",
      description = "Relative gap to stop at (default: ${DEFAULT-VALUE}).")
  private double gap;

  @Option(names = "--from", description = "First trading date of versions that are judged.")
  private @Nullable LocalDate from;

  @Option(names = "--to", description = "Last trading date (default: the first).")
  private @Nullable LocalDate to;

  @Override
  public Integer call() throws Exception {
    if ((source == null) == (from == null)) {
      throw new IllegalArgumentException(
          "Give a case for penalties, or --from for rules of anomalies.");
    }
    if (from != null) {
      return judged(from, to == null ? from : to);
    }
    gridOptions.reach();
    PrintWriter out = spec.commandLine().getOut();
    try (MarketFolder folder = market.open()) {
      RuleBase rules = new RuleBase(folder, Clock.systemUTC());
      RuleProposal proposal = rules.proposal(number);
      if (!proposal.kind().equals(RuleKinds.PENALTIES)) {
        throw new IllegalArgumentException(
            "Proposal %d is of %s; a shadow run is for penalties."
                .formatted(number, proposal.kind()));
      }
      MarketDay day = day(folder, Objects.requireNonNull(source));
      Penalties before =
          PenaltyRules.read(rules.version(proposal.kind(), "", proposal.base()), "before");
      Penalties after = PenaltyRules.read(rules.proposed(proposal), "proposed");
      ClearingOptions options = ClearingOptions.DEFAULT.withGap(gap).in(as);
      try (Grid grid = Grid.startLight(gridOptions)) {
        RunComparison comparison = new ShadowClearing(grid.runs(), options).of(day, before, after);
        rules.changes(proposal).forEach(line -> out.println("  " + line));
        out.print(ComparisonText.of(comparison));
        out.flush();
        return comparison.clean() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
      }
    }
  }

  private int judged(LocalDate first, LocalDate last) throws IOException {
    try (MarketFolder folder = market.open()) {
      Clock clock = Clock.systemUTC();
      RuleBase rules = new RuleBase(folder, clock);
      RuleProposal proposal = rules.proposal(number);
      if (!proposal.kind().equals(RuleKinds.ANOMALIES)) {
        throw new IllegalArgumentException(
            "Proposal %d is of %s; versions are judged by rules of anomalies."
                .formatted(number, proposal.kind()));
      }
      List<ShadowJudgement.Judged> judged =
          new ShadowJudgement(DayStore.of(folder), MarketAnomalies.of(folder, clock))
              .of(
                  as,
                  first,
                  last,
                  AnomalyRulesReader.read(
                      rules.version(proposal.kind(), "", proposal.base()), "before"),
                  AnomalyRulesReader.read(rules.proposed(proposal), "proposed"));
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          new String(
              TableFile.bytes(ShadowJudgement.table(judged), TableFormat.TABLE),
              StandardCharsets.UTF_8));
      out.flush();
      return ExitCodes.DONE;
    }
  }

  private static MarketDay day(MarketFolder folder, String of) {
    CaseFiles.Loaded loaded =
        of.matches("[0-9a-f]{64}")
            ? CaseFiles.load(folder.content().get(of), "case.json", Set.of())
            : CaseFiles.load(of, Path.of(""), Set.of());
    if (loaded.content() instanceof CaseFiles.Content.WholeDay whole) {
      return whole.day();
    }
    throw new IllegalArgumentException(
        "The case (%s) is a network without units; give a case.".formatted(of));
  }
}
