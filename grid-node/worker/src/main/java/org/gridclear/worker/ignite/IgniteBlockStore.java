package org.gridclear.worker.ignite;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.IgniteException;
import org.gridclear.atrest.EncryptedBytes;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.StoreUnsettledException;
import org.gridclear.worker.ignite.value.GridValues;

/** The caches of the grid as a worker sees them. */
record IgniteBlockStore(Ignite ignite, QuorumGuard majority) implements BlockStore {
  /** Lets a unit go that meets a grid whose members change: it waits for a node again. */
  private <T> T settled(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (CacheException | IgniteException e) {
      if (!GridCaches.lost(ignite).isEmpty()) {
        throw new MissingDataException("%s cannot be read or kept.".formatted(what), e);
      }
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        String type = cause.getClass().getSimpleName();
        if (type.startsWith("ClusterTopology") || type.startsWith("ClusterGroupEmpty")) {
          throw new StoreUnsettledException(e);
        }
      }
      throw e;
    }
  }

  @Override
  public byte[] data(String hash) {
    byte[] packed =
        settled(
            "The data " + hash,
            () ->
                GridValues.open(
                    GridCaches.BASES, GridCaches.of(ignite, GridCaches.BASES).get(hash)));
    if (packed == null) {
      throw new MissingDataException("The data %s are not in the grid.".formatted(hash));
    }
    return packed;
  }

  @Override
  public List<byte[]> blocks(List<String> hashes) {
    Map<String, byte[]> found =
        settled(
            "Blocks", () -> GridCaches.of(ignite, GridCaches.BLOCKS).getAll(new TreeSet<>(hashes)));
    for (String hash : hashes) {
      if (!found.containsKey(hash)) {
        throw new MissingDataException("The block %s is not in the grid.".formatted(hash));
      }
    }
    return hashes.stream()
        .map(
            hash -> EncryptedBytes.open(GridCaches.BLOCKS, Objects.requireNonNull(found.get(hash))))
        .toList();
  }

  @Override
  public Optional<byte[]> outcome(String key) {
    return Optional.ofNullable(
        GridValues.open(
            GridCaches.OUTCOMES,
            settled("An outcome", () -> GridCaches.of(ignite, GridCaches.OUTCOMES).get(key))));
  }

  @Override
  public void putOutcome(String key, byte[] packed) {
    settled(
        "An outcome",
        () -> {
          outcomes().put(key, GridValues.seal(GridCaches.OUTCOMES, packed));
          return key;
        });
  }

  @Override
  public void putOutcomes(Map<String, byte[]> packed) {
    if (packed.size() == 1) {
      packed.forEach(this::putOutcome);
    } else {
      settled(
          "Outcomes",
          () -> {
            outcomes().putAll(GridValues.sealed(GridCaches.OUTCOMES, packed));
            return packed;
          });
    }
  }

  private IgniteCache<String, byte[]> outcomes() {
    if (majority.refusing()) {
      throw new RefusedException("The node is cut off from most of the grid and writes nothing.");
    }
    return GridCaches.of(ignite, GridCaches.OUTCOMES);
  }
}
