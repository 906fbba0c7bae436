package org.gridclear.run.local;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Packed blocks by their hashes, beside the heap: a month has hundreds of megabytes of them. */
final class BlockMemory {
  private static final int PAGE_MIN = 1 << 20;
  private static final int PAGE_MAX = 1 << 26;

  private final Map<String, ByteBuffer> blocks = new HashMap<>();
  private ByteBuffer page = ByteBuffer.allocate(0);

  /** Keeps a copy of a block, unless there is one of this hash. */
  synchronized void put(String hash, byte[] packed) {
    if (blocks.containsKey(hash)) {
      return;
    }
    if (page.remaining() < packed.length) {
      int doubled = Math.min(PAGE_MAX, Math.max(PAGE_MIN, 2 * page.capacity()));
      page = ByteBuffer.allocateDirect(Math.max(doubled, packed.length));
    }
    blocks.put(hash, page.slice(page.position(), packed.length));
    page.put(packed);
  }

  /** A copy of a block, if there is one of this hash. */
  Optional<byte[]> get(String hash) {
    ByteBuffer block;
    synchronized (this) {
      block = blocks.get(hash);
    }
    if (block == null) {
      return Optional.empty();
    }
    byte[] packed = new byte[block.capacity()];
    block.get(0, packed);
    return Optional.of(packed);
  }
}
