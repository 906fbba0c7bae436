package org.gridclear.market.ignite;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.affinity.AffinityKey;
import org.gridclear.market.day.BlockAddress;
import org.gridclear.market.day.BlockCodec;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.HotBlocks;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.Selection;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;

/**
 * Packed blocks in the memory of the grid's nodes, each on two of them; those of one market and
 * date lie together.
 */
public final class GridDays implements HotBlocks {
  private final Ignite ignite;
  private final BlockCodec codec = new BlockCodec();

  /** The days in the grid that a node is a member of. */
  public GridDays(GridNode node) {
    ignite = node.ignite();
  }

  private IgniteCache<AffinityKey<String>, byte[]> cache() {
    return GridCaches.days(ignite);
  }

  private static AffinityKey<String> key(BlockAddress address) {
    DayKey day = address.key();
    String together = DayKey.word(day.market()) + " " + day.date();
    return new AffinityKey<>(
        "%s %d %s %s".formatted(together, day.cycle(), address.kind().word(), address.hash()),
        together);
  }

  @Override
  public void put(BlockAddress address, ResultBlock block) {
    cache().put(key(address), codec.encode(block).bytes());
  }

  @Override
  public Optional<ResultBlock> get(BlockAddress address, Selection selection) {
    return Optional.ofNullable(cache().get(key(address)))
        .map(packed -> codec.decode(packed, address.hash(), selection));
  }

  @Override
  public Map<BlockAddress, ResultBlock> all(
      Collection<BlockAddress> addresses, Selection selection) {
    Map<String, AffinityKey<String>> keys = new TreeMap<>();
    for (BlockAddress address : addresses) {
      AffinityKey<String> key = key(address);
      keys.put(key.key(), key);
    }
    Map<AffinityKey<String>, byte[]> packed = cache().getAll(Set.copyOf(keys.values()));
    Map<BlockAddress, ResultBlock> found = new LinkedHashMap<>();
    for (BlockAddress address : addresses) {
      byte[] bytes = packed.get(key(address));
      if (bytes != null) {
        found.put(address, codec.decode(bytes, address.hash(), selection));
      }
    }
    return found;
  }

  @Override
  public void remove(Collection<BlockAddress> addresses) {
    for (BlockAddress address : addresses) {
      cache().remove(key(address));
    }
  }

  @Override
  public void clear() {
    cache().clear();
  }
}
