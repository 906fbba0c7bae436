package org.gridclear.market.ignite;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.market.day.BlockAddress;
import org.jspecify.annotations.Nullable;

/** Packed blocks that were read last, so many bytes at most. */
final class NearBlocks {
  private final long bytesMax;
  private final Map<BlockAddress, byte[]> blocks = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  NearBlocks(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  synchronized byte @Nullable [] get(BlockAddress address) {
    return blocks.get(address);
  }

  /** Keeps a block, in place of those that were not asked for the longest. */
  synchronized void put(BlockAddress address, byte[] packed) {
    if (packed.length > bytesMax || blocks.containsKey(address)) {
      return;
    }
    blocks.put(address, packed);
    bytes += packed.length;
    Iterator<byte[]> eldest = blocks.values().iterator();
    while (bytes > bytesMax) {
      bytes -= eldest.next().length;
      eldest.remove();
    }
  }

  synchronized void remove(BlockAddress address) {
    byte[] packed = blocks.remove(address);
    bytes -= packed == null ? 0 : packed.length;
  }

  synchronized void clear() {
    blocks.clear();
    bytes = 0;
  }
}
