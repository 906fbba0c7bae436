package org.gridclear.cli.market;

import org.gridclear.market.MarketDay;
import org.gridclear.market.store.MarketDatabase;
import picocli.CommandLine.Option;

/** What a new market is. */
final class FactsOptions {
  @Option(
      names = "--name",
      required = true,
      description = "Name of the market: letters, digits, dots and dashes.")
  private String name;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      description = "Zone of time of its trading dates (default: ${DEFAULT-VALUE}).")
  private String timeZone;

  @Option(
      names = "--currency",
      defaultValue = MarketDay.YUAN,
      description = "What money is counted in (default: ${DEFAULT-VALUE}).")
  private String currency;

  @Option(
      names = "--database",
      paramLabel = "ADDRESS",
      defaultValue = MarketDatabase.EMBEDDED,
      description = {
        "embedded, or jdbc:postgresql://HOST:PORT/NAME?user=…&password=…",
        "(default: ${DEFAULT-VALUE})."
      })
  private String database;

  String name() {
    return name;
  }

  String timeZone() {
    return timeZone;
  }

  String currency() {
    return currency;
  }

  String database() {
    return database;
  }
}
