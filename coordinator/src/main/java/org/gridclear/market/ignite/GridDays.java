package org.gridclear.market.ignite;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.affinity.AffinityKey;
import org.gridclear.atrest.EncryptedBytes;
import org.gridclear.market.day.BlockAddress;
import org.gridclear.market.day.BlockCodec;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.HotBlocks;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.value.GridValues;

/**
 * Packed blocks in the memory of the grid's nodes, each on two of them; those of one market and
 * date lie together.
 */
public final class GridDays implements HotBlocks {
  /** What a process keeps of the blocks that it read last, packed. */
  private static final long NEAR_BYTES_MAX = 64L << 20;

  private final Ignite ignite;
  private final BlockCodec codec = new BlockCodec();
  private final NearBlocks near = new NearBlocks(NEAR_BYTES_MAX);

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
    cache().put(key(address), GridValues.seal(GridCaches.DAYS, codec.encode(block).bytes()));
  }

  @Override
  public Optional<ResultBlock> get(BlockAddress address, Selection selection) {
    return Optional.ofNullable(all(List.of(address), selection).get(address));
  }

  @Override
  public Map<BlockAddress, ResultBlock> all(
      Collection<BlockAddress> addresses, Selection selection) {
    Map<BlockAddress, byte[]> packed = new LinkedHashMap<>();
    Map<AffinityKey<String>, BlockAddress> far = new LinkedHashMap<>();
    for (BlockAddress address : addresses) {
      byte[] bytes = near.get(address);
      if (bytes == null) {
        far.put(key(address), address);
      } else {
        packed.put(address, bytes);
      }
    }
    if (!far.isEmpty()) {
      cache()
          .getAll(far.keySet())
          .forEach(
              (key, held) -> {
                byte[] bytes = EncryptedBytes.open(GridCaches.DAYS, held);
                var address = Objects.requireNonNull(far.get(key));
                near.put(address, bytes);
                packed.put(address, bytes);
              });
    }
    Map<BlockAddress, ResultBlock> found = new LinkedHashMap<>();
    for (BlockAddress address : addresses) {
      byte[] bytes = packed.get(address);
      if (bytes != null) {
        found.put(address, codec.decode(bytes, address.hash(), selection));
      }
    }
    return found;
  }

  /** Bytes of the packed blocks of versions, one copy of each. */
  public long bytes(Collection<DayVersion> versions) {
    long bytes = 0;
    for (DayVersion version : versions) {
      for (Map.Entry<ResultKind, String> block : version.blocks().entrySet()) {
        byte[] packed =
            cache().get(key(new BlockAddress(version.key(), block.getKey(), block.getValue())));
        bytes += packed == null ? 0 : packed.length;
      }
    }
    return bytes;
  }

  @Override
  public void remove(Collection<BlockAddress> addresses) {
    for (BlockAddress address : addresses) {
      near.remove(address);
      cache().remove(key(address));
    }
  }

  @Override
  public void clear() {
    near.clear();
    cache().clear();
  }
}
