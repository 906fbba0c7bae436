package org.gridclear.cli.rulebase;

import java.time.Clock;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;

/** What commands of {@code gridclear rules} share. */
abstract class RulesStepCommand extends PrintingCommand {
  static MarketClock clock(MarketFolder folder) {
    return new MarketClock(folder.facts().zone());
  }

  static RuleBase rules(MarketFolder folder) {
    return new RuleBase(folder, Clock.systemUTC());
  }
}
