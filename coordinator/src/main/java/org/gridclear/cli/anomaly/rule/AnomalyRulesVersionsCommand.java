package org.gridclear.cli.anomaly.rule;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear anomalies rules versions}: all versions of the rules. */
@Command(name = "versions", description = "All versions of the rules.")
final class AnomalyRulesVersionsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder ->
            PieceTables.versions(
                new AnomalyRuleVersions(new PieceStore(folder)).versions(),
                MarketOption.clock(folder)));
  }
}
