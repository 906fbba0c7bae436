package org.gridclear.cli.rulebase;

import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleDifference;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear rules diff}: differences between two versions of rules, in words. */
@Command(name = "diff", description = "Differences between two versions of rules, in words.")
final class RulesDiffCommand extends RulesStepCommand {
  @Mixin private MarketOption market;

  @Mixin private WhichRules which;

  @Parameters(
      index = "0",
      paramLabel = "VERSION",
      converter = OptionNumbers.FromZero.class,
      description = "The first; 0 for what holds where nothing was set.")
  private int before;

  @Parameters(
      index = "1",
      paramLabel = "VERSION",
      converter = OptionNumbers.FromZero.class,
      description = "The second.")
  private int after;

  @Override
  public Integer call() {
    try (MarketFolder folder = market.open()) {
      RuleBase rules = rules(folder);
      List<String> lines =
          RuleDifference.between(
              rules.version(which.kind(), which.id(), before),
              rules.version(which.kind(), which.id(), after));
      lines.forEach(out()::println);
      if (lines.isEmpty()) {
        out().println("They say the same.");
      }
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
