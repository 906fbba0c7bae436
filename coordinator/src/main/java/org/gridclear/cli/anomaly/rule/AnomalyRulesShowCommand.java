package org.gridclear.cli.anomaly.rule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.anomaly.rule.AnomalyRules;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear anomalies rules show}: the rules in effect, as JSON that 'set' reads. */
@Command(name = "show", description = "The rules in effect, as JSON that 'set' reads.")
final class AnomalyRulesShowCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Override
  public Integer call() {
    try (MarketFolder folder = market.open()) {
      AnomalyRules rules =
          new AnomalyRuleVersions(new PieceStore(folder)).at(Instant.now()).rules();
      out().println(new String(AnomalyRulesReader.write(rules), StandardCharsets.UTF_8));
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
