package org.gridclear.worker.ignite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.MissingDataException;

/** The caches of the grid as a worker sees them. */
record IgniteBlockStore(Ignite ignite, Majority majority) implements BlockStore {
  @Override
  public byte[] data(String hash) {
    try {
      byte[] packed = GridCaches.of(ignite, GridCaches.BASES).get(hash);
      if (packed == null) {
        throw new MissingDataException("The data %s are not in the grid.".formatted(hash));
      }
      return packed;
    } catch (CacheException e) {
      throw new MissingDataException("The data %s cannot be read.".formatted(hash), e);
    }
  }

  @Override
  public List<byte[]> blocks(List<String> hashes) {
    Map<String, byte[]> found;
    try {
      found = GridCaches.of(ignite, GridCaches.BLOCKS).getAll(new TreeSet<>(hashes));
    } catch (CacheException e) {
      throw new MissingDataException("Blocks cannot be read: " + e.getMessage(), e);
    }
    for (String hash : hashes) {
      if (!found.containsKey(hash)) {
        throw new MissingDataException("The block %s is not in the grid.".formatted(hash));
      }
    }
    return hashes.stream().map(found::get).toList();
  }

  @Override
  public Optional<byte[]> outcome(String key) {
    return Optional.ofNullable(GridCaches.of(ignite, GridCaches.OUTCOMES).get(key));
  }

  @Override
  public void putOutcome(String key, byte[] packed) {
    outcomes().put(key, packed);
  }

  @Override
  public void putOutcomes(Map<String, byte[]> packed) {
    if (packed.size() == 1) {
      packed.forEach(this::putOutcome);
    } else {
      outcomes().putAll(new TreeMap<>(packed));
    }
  }

  private IgniteCache<String, byte[]> outcomes() {
    if (majority.refusing()) {
      throw new RefusedException("The node is cut off from most of the grid and writes nothing.");
    }
    return GridCaches.of(ignite, GridCaches.OUTCOMES);
  }
}
