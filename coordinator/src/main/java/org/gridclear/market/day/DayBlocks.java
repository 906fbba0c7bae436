package org.gridclear.market.day;

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
}
