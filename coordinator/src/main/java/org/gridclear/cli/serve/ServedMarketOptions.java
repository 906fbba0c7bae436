package org.gridclear.cli.serve;

import java.nio.file.Path;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.process.Grid;
import org.gridclear.web.market.ServedMarket;
import picocli.CommandLine.Option;

/** Which market a server has, as options. */
final class ServedMarketOptions {
  @Option(
      names = "--market",
      paramLabel = "DIR",
      description = "Market folder that is served (gridclear market init); default: none.")
  private Path market;

  @Option(
      names = "--hot-days",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "35",
      description =
          "Newest trading dates of each market whose results are in the grid's memory, too"
              + " (default: ${DEFAULT-VALUE}).")
  private int hotDays;

  /** Whether there is one. */
  boolean given() {
    return market != null;
  }

  /** Opens it; closes with what is returned. */
  ServedMarket open() {
    return ServedMarket.open(market);
  }

  /** The same market with its newest days in the memory of a grid, too. */
  ServedMarket hot(ServedMarket served, Grid grid) {
    return hotDays == 0
        ? served
        : grid.days().map(days -> served.hot(days, hotDays)).orElse(served);
  }
}
