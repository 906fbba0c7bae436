package org.gridclear.market.operation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Folders beside a market that its workflows fill.
 *
 * @param backups where backups lie; empty where nobody makes any here
 * @param settlement the settlement of its month; empty where it is not settled here
 */
public record MarketPlaces(Optional<Path> backups, Optional<Path> settlement) {
  /** None. */
  public static final MarketPlaces NONE = new MarketPlaces(Optional.empty(), Optional.empty());
}
