package org.gridclear.settlement.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;

/**
 * Days of a close for who asks for many entities, one after another: prices are unpacked once, and
 * the blocks that were used last are kept. Safe for several threads.
 */
public final class CloseDays {
  private static final int BLOCKS_KEPT = 256;

  private final CloseFolder close;
  private final AtomicReferenceArray<PriceDay> prices;
  private final Map<String, EntityBlock> blocks =
      new LinkedHashMap<>(BLOCKS_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EntityBlock> eldest) {
          return size() > BLOCKS_KEPT;
        }
      };

  /** Days of a close that stays open as long as they are asked for. */
  public CloseDays(CloseFolder close) {
    this.close = close;
    this.prices = new AtomicReferenceArray<>(close.month().days());
  }

  /** The close. */
  CloseFolder close() {
    return close;
  }

  /** Prices of a day of the month. */
  PriceDay prices(int day) {
    PriceDay known = prices.get(day - 1);
    if (known == null) {
      known = close.prices(day);
      prices.set(day - 1, known);
    }
    return known;
  }

  /** The block of an entity of one day. */
  EntityBlock block(int day, int entity) {
    String key = day + " " + entity / EntityBlock.ENTITIES;
    synchronized (blocks) {
      EntityBlock known = blocks.get(key);
      if (known != null) {
        return known;
      }
    }
    EntityBlock read = close.entities(day, entity);
    synchronized (blocks) {
      blocks.put(key, read);
    }
    return read;
  }
}
