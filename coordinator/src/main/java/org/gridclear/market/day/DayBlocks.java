package org.gridclear.market.day;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where blocks of days lie. A block that is there never changes. */
public interface DayBlocks {
  /** Keeps a block, if it is not there; when it returns, the block can be read. */
  void put(BlockAddress address, ResultBlock block);

  /**
   * What a selection asks for of a block; nothing if the block is not there.
   *
   * @throws DamagedBlockException if it is not what was kept
   */
  Optional<ResultBlock> get(BlockAddress address, Selection selection);

  /**
   * The same of many blocks; those that are not there are left out.
   *
   * @throws DamagedBlockException if one of them is not what was kept
   */
  default Map<BlockAddress, ResultBlock> all(
      Collection<BlockAddress> addresses, Selection selection) {
    Map<BlockAddress, ResultBlock> found = new LinkedHashMap<>();
    for (BlockAddress address : addresses) {
      get(address, selection).ifPresent(block -> found.put(address, block));
    }
    return found;
  }
}
