package org.gridclear.cli.declaration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
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
      return work.apply(
          MarketGate.of(market, RegisteredUnits.of(market, Clock.systemUTC()), Clock.systemUTC()));
    }
  }
}
