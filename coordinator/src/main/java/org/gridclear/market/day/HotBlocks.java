package org.gridclear.market.day;

import java.util.Collection;

/** Blocks in memory, which can be taken out again because they lie elsewhere, too. */
public interface HotBlocks extends DayBlocks {
  /** Takes blocks out; those that are not there are no matter. */
  void remove(Collection<BlockAddress> addresses);

  /** Takes all blocks out. */
  void clear();
}
