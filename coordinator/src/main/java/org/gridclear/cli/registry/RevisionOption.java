package org.gridclear.cli.registry;

import java.time.Clock;
import java.util.OptionalLong;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Option;

/** Which revision of the registry. */
final class RevisionOption {
  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "The registry as it was at this revision (default: the newest).")
  private Long revision;

  /** The registry of a market at the revision. */
  MarketRegistry.Revision of(MarketFolder market) {
    return registry(market).at(revision == null ? OptionalLong.empty() : OptionalLong.of(revision));
  }

  /** The registry of a market. */
  static MarketRegistry registry(MarketFolder market) {
    return new MarketRegistry(market, Clock.systemUTC());
  }
}
