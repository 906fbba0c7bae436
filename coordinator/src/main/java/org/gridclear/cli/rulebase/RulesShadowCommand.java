package org.gridclear.cli.rulebase;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.process.Grid;
import org.gridclear.compare.ComparisonText;
import org.gridclear.compare.RunComparison;
import org.gridclear.market.rulebase.ProposalShadow;
import org.gridclear.market.rulebase.ShadowClearing;
import org.gridclear.market.rulebase.ShadowJudgement;
import org.gridclear.market.store.MarketFolder;
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
    if (source == null) {
      refuse("--gap", "penalties");
      return judged(Objects.requireNonNull(from));
    }
    refuse("--to", "rules of anomalies");
    gridOptions.reach();
    return cleared(source);
  }

  private void refuse(String option, String kind) {
    if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
      throw new IllegalArgumentException("%s is for %s.".formatted(option, kind));
    }
  }

  private int cleared(String of) throws Exception {
    try (MarketFolder folder = market.open()) {
      ProposalShadow shadow = ProposalShadow.of(folder, Clock.systemUTC());
      ProposalShadow.PenaltyChange change = shadow.penalties(number);
      ClearingOptions options = ClearingOptions.DEFAULT.withGap(gap).in(as);
      try (Grid grid = Grid.startLight(gridOptions)) {
        RunComparison comparison =
            new ShadowClearing(grid.runs(), options)
                .of(shadow.day(of), change.before(), change.proposed());
        PrintWriter out = spec.commandLine().getOut();
        change.changes().forEach(line -> out.println("  " + line));
        out.print(ComparisonText.of(comparison));
        out.flush();
        return ExitCodes.clean(comparison.clean());
      }
    }
  }

  private int judged(LocalDate first) throws Exception {
    return market.answer(
        new TableOutput(),
        spec.commandLine().getOut(),
        folder ->
            ShadowJudgement.table(
                ProposalShadow.of(folder, Clock.systemUTC())
                    .judged(number, as, first, to == null ? first : to)));
  }
}
