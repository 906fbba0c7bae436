package org.gridclear.cli.assembly;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Option;

/** Which market. */
public final class MarketOption {
  @Option(
      names = "--market",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the market.")
  private Path folder;

  /** Opens its folder. */
  public MarketFolder open() {
    return MarketFolder.open(folder);
  }

  /** The clock of a market. */
  static MarketClock clock(MarketFolder market) {
    return new MarketClock(market.facts().zone());
  }

  /** Whoever sits at the command line, now. */
  static Recording recording() {
    return new Recording(
        System.getProperty("user.name"), Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
