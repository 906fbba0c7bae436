package org.gridclear.cli.rulebase;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
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
import org.gridclear.market.parameter.PenaltyRules;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.rulebase.ShadowClearing;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
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
      "and compare: A is as it was, B as proposed. Nothing is kept. Books: gridclear settle rules.",
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
      paramLabel = "CASE",
      description = "A case with units, a file or the SHA-256 of one that the market keeps.")
  private String source;

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

  @Override
  public Integer call() throws Exception {
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
      MarketDay day = day(folder);
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

  private MarketDay day(MarketFolder folder) {
    CaseFiles.Loaded loaded =
        source.matches("[0-9a-f]{64}")
            ? CaseFiles.load(folder.content().get(source), "case.json", Set.of())
            : CaseFiles.load(source, Path.of(""), Set.of());
    if (loaded.content() instanceof CaseFiles.Content.WholeDay whole) {
      return whole.day();
    }
    throw new IllegalArgumentException(
        "The case (%s) is a network without units; give a case.".formatted(source));
  }
}
