package org.gridclear.market.year;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.gridclear.market.day.Owners;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredOwners;
import org.gridclear.market.store.MarketFolder;

/**
 * Synthetic owners where nothing is registered: every unit and storage unit belongs to one of some
 * members, drawn from the seed and its id alone. Loads belong to nobody.
 *
 * @param count members
 * @param seed of the draw
 */
public record SeededOwners(int count, long seed) implements Owners {
  /** Owners by date: so many that are drawn, or with none those of the market's registry. */
  public static Function<LocalDate, Owners> orRegistered(
      int count, long seed, MarketFolder market, Clock clock) {
    if (count > 0) {
      SeededOwners drawn = new SeededOwners(count, seed);
      return date -> drawn;
    }
    MarketRegistry registry = new MarketRegistry(market, clock);
    return date -> RegisteredOwners.on(registry, date);
  }

  @Override
  public String of(String kind, String id) {
    if (kind.equals("load")) {
      return "";
    }
    CRC32C hash = new CRC32C();
    hash.update(id.getBytes(StandardCharsets.UTF_8));
    int member = new SplittableRandom(seed << 32 ^ hash.getValue()).nextInt(count);
    return "owner-%02d".formatted(member + 1);
  }
}
