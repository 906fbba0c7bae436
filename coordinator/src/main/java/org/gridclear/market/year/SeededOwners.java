package org.gridclear.market.year;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.gridclear.market.day.Owners;

/**
 * Synthetic owners where nothing is registered: every unit and storage unit belongs to one of some
 * members, drawn from the seed and its id alone. Loads belong to nobody.
 *
 * @param count members
 * @param seed of the draw
 */
public record SeededOwners(int count, long seed) implements Owners {
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
