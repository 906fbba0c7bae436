package org.gridclear.cli.declaration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Option;

/** Which market folder. */
public final class GateOptions {
  @Option(
      names = "--market",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the market.")
  private Path folder;

  /** Something done with its declarations. */
  <T> T with(Function<MarketGate, T> work) {
    try (MarketFolder market = MarketFolder.open(folder)) {
      return work.apply(gate(market));
    }
  }

  private static MarketGate gate(MarketFolder market) {
    return MarketGate.of(market, RegisteredUnits.of(market, Clock.systemUTC()), Clock.systemUTC());
  }

  /**
   * Sets the parameters of a market by one account.
   *
   * @throws IllegalArgumentException if two accounts set them here
   */
  MarketParameters.Version setParameters(String text, String by) {
    try (MarketFolder market = MarketFolder.open(folder)) {
      new RuleBase(market, Clock.systemUTC()).requireOneMaySet(RuleKinds.MARKET_PARAMETERS);
      return gate(market).parameters().add(text, by);
    }
  }
}
