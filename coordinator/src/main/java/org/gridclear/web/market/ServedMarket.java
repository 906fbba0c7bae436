package org.gridclear.web.market;

import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.HotBlocks;
import org.gridclear.market.day.ParquetDays;
import org.gridclear.market.day.TieredDays;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.worker.api.Daemons;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The market that a server serves, if any; who opened it closes it.
 *
 * @param served the open folder; empty if the server has no market
 * @param store its days; empty if the server has no market
 */
public record ServedMarket(Optional<MarketFolder> served, Optional<DayStore> store)
    implements AutoCloseable {
  /** A server without a market. */
  public static final ServedMarket NONE = new ServedMarket(Optional.empty(), Optional.empty());

  /**
   * The market of a folder.
   *
   * @param folder the folder, or null for none
   * @throws IllegalArgumentException if the folder is no market, or another process has it open
   */
  public static ServedMarket open(@Nullable Path folder) {
    Optional<MarketFolder> opened = Optional.ofNullable(folder).map(MarketFolder::open);
    return new ServedMarket(opened, opened.map(DayStore::of));
  }

  /**
   * The same market with its newest days in memory, too. They are brought there while it is served;
   * until then disk answers.
   *
   * @param hot the memory, empty afterwards of what was there
   * @param days trading dates of each market
   */
  public ServedMarket hot(HotBlocks hot, int days) {
    if (served.isEmpty()) {
      return this;
    }
    TieredDays tiered = new TieredDays(hot, new ParquetDays(served.get().days()), days);
    DayStore tieredStore = new DayStore(served.get(), tiered);
    Daemons.pool("hot-days").execute(() -> tiered.warm(tieredStore.newest(days)));
    return new ServedMarket(served, Optional.of(tieredStore));
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "This server has no market; start it with --market DIR.");
  }

  /**
   * The market's folder.
   *
   * @throws ResponseStatusException 404 if the server has none
   */
  public MarketFolder folder() {
    return served.orElseThrow(ServedMarket::none);
  }

  /**
   * The market's days.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  public DayStore days() {
    return store.orElseThrow(ServedMarket::none);
  }

  @Override
  public void close() {
    served.ifPresent(MarketFolder::close);
  }
}
