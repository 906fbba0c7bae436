package org.gridclear.cli.rulebase;

import java.io.IOException;
import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.process.Grid;
import org.gridclear.compare.ComparisonText;
import org.gridclear.market.rulebase.ProposalShadow;
import org.gridclear.market.rulebase.ShadowJudgement;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
final class RulesShadowCommand extends PrintingCommand {
  @Mixin private MarketOption market;
  @Mixin private GridOptions gridOptions;
  @Mixin private ShadowOptions asked;

  @Override
  public Integer call() throws Exception {
    ProposalShadow.Asked what = asked.what();
    if (what instanceof ProposalShadow.Asked.OnCase given) {
      gridOptions.reach();
      return cleared(given);
    }
    return judged((ProposalShadow.Asked.OnDates) what);
  }

  private int cleared(ProposalShadow.Asked.OnCase what) throws IOException {
    try (MarketFolder folder = market.open();
        Grid grid = Grid.startLight(gridOptions)) {
      ProposalShadow.Cleared shadow =
          ProposalShadow.of(folder, Clock.systemUTC()).cleared(asked.number(), what, grid.runs());
      shadow.changes().forEach(line -> out().println("  " + line));
      out().print(ComparisonText.of(shadow.comparison()));
      out().flush();
      return ExitCodes.clean(shadow.comparison().clean());
    }
  }

  private int judged(ProposalShadow.Asked.OnDates what) throws Exception {
    return market.answer(
        new TableOutput(),
        out(),
        folder ->
            ShadowJudgement.table(
                ProposalShadow.of(folder, Clock.systemUTC())
                    .judged(asked.number(), what.market(), what.from(), what.to())));
  }
}
