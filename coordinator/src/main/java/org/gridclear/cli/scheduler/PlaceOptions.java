package org.gridclear.cli.scheduler;

import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.market.operation.MarketPlaces;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Folders beside a market that its workflows fill. */
final class PlaceOptions {
  @Option(
      names = "--backups",
      paramLabel = "DIR",
      description = {
        "Where the task 'archive' puts backups, a full one in each month (default: the task is"
            + " left",
        "to others)."
      })
  private @Nullable Path backups;

  @Option(
      names = "--settlement",
      paramLabel = "DIR",
      description =
          "The settlement that the task 'settle' fills (default: the task is left to others).")
  private @Nullable Path settlement;

  /** The folders that are named. */
  MarketPlaces places() {
    return new MarketPlaces(Optional.ofNullable(backups), Optional.ofNullable(settlement));
  }

  /** Whether any is named. */
  boolean given() {
    return backups != null || settlement != null;
  }
}
