package org.gridclear.run.ignite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cluster.ClusterGroup;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.cluster.ClusterTopologyException;
import org.apache.ignite.lang.IgniteFuture;
import org.gridclear.atrest.EncryptedBytes;
import org.gridclear.run.GridAccess;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.dispatch.NodeLostException;
import org.gridclear.run.dispatch.UnitRefusedException;
import org.gridclear.run.dispatch.WorkDispatcher;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.UnitBatch;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkTypes;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.MemberFacts;
import org.gridclear.worker.ignite.RefusedException;
import org.gridclear.worker.ignite.WorkTask;
import org.gridclear.worker.ignite.WorkerFilter;
import org.gridclear.worker.ignite.value.EveryEntry;
import org.gridclear.worker.ignite.value.GridValues;
import org.jspecify.annotations.Nullable;

/** The grid through an Ignite node. */
public final class IgniteGrid implements WorkDispatcher, GridStore {
  private final GridNode node;
  private final Ignite ignite;

  private IgniteGrid(GridNode node) {
    this.node = node;
    this.ignite = node.ignite();
  }

  /** The grid that a node is a member of; others start and stop the node. */
  public static GridAccess access(GridNode node) {
    IgniteGrid grid = new IgniteGrid(node);
    IgniteRunRegistry registry = new IgniteRunRegistry(node);
    return new GridAccess(
        grid,
        SettledPort.of(GridStore.class, grid, registry::refusal),
        SettledPort.of(RunRegistry.class, registry, registry::refusal));
  }

  @Override
  public List<WorkerNode> workers() {
    if (node.refusing()) {
      return List.of();
    }
    WorkerFilter filter = new WorkerFilter();
    List<WorkerNode> workers = new ArrayList<>();
    for (ClusterNode member : ignite.cluster().nodes()) {
      if (filter.apply(member)) {
        workers.add(
            new WorkerNode(
                member.id().toString(),
                member.attribute(MemberFacts.NAME),
                member.<Integer>attribute(MemberFacts.SLOTS)));
      }
    }
    workers.sort(Comparator.comparing(WorkerNode::name).thenComparing(WorkerNode::id));
    return workers;
  }

  @Override
  public AutoCloseable onWorkersChanged(Runnable listener) {
    return IgniteRunRegistry.onMembersChanged(ignite, listener);
  }

  @Override
  public Dispatched dispatch(WorkerNode node, String runId, List<WorkUnit> units) {
    ClusterGroup target = ignite.cluster().forNodeId(UUID.fromString(node.id()));
    CompletableFuture<List<Receipt>> receipts = new CompletableFuture<>();
    IgniteFuture<byte[]> future;
    try {
      future =
          ignite
              .compute(target)
              .withExecutor(MemberFacts.SOLVE_EXECUTOR)
              .executeAsync(new WorkTask(), Wire.pack(new UnitBatch(runId, units)));
    } catch (RuntimeException e) {
      receipts.completeExceptionally(classified(node, e));
      return new IgniteDispatched(receipts, () -> {});
    }
    future.listen(
        done -> {
          try {
            receipts.complete(Wire.unpack(done.get(), UnitBatch.Receipts.class).receipts());
          } catch (RuntimeException e) {
            receipts.completeExceptionally(classified(node, e));
          }
        });
    return new IgniteDispatched(receipts, future::cancel);
  }

  private RuntimeException classified(WorkerNode worker, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException) {
        return new UnitRefusedException(worker.name(), String.valueOf(cause.getMessage()));
      }
      if (cause instanceof ClusterTopologyException
          || cause.getClass().getSimpleName().startsWith("ClusterTopology")
          || cause.getClass().getSimpleName().startsWith("ClusterGroupEmpty")) {
        return new NodeLostException(worker.name(), failure);
      }
    }
    boolean gone = workers().stream().noneMatch(present -> present.id().equals(worker.id()));
    return gone ? new NodeLostException(worker.name(), failure) : failure;
  }

  private record IgniteDispatched(CompletionStage<List<Receipt>> receipts, Runnable canceller)
      implements Dispatched {
    @Override
    public void cancel() {
      canceller.run();
    }
  }

  @Override
  public void putData(String hash, byte[] packed) {
    IgniteCache<String, byte[]> bases = cache(GridCaches.BASES);
    if (!bases.containsKey(hash)) {
      bases.put(hash, GridValues.seal(GridCaches.BASES, packed));
    }
  }

  @Override
  public void putBlocks(Map<String, byte[]> packed) {
    IgniteCache<String, byte[]> blocks = cache(GridCaches.BLOCKS);
    if (blocks.containsKeys(packed.keySet())) {
      return;
    }
    try (BulkPut entries = new BulkPut(blocks)) {
      packed.forEach((hash, block) -> entries.add(hash, GridValues.seal(GridCaches.BLOCKS, block)));
    }
  }

  @Override
  public void putOutcome(String key, byte[] packed) {
    cache(GridCaches.OUTCOMES).put(key, GridValues.seal(GridCaches.OUTCOMES, packed));
  }

  @Override
  public Optional<byte[]> packed(Receipt receipt) {
    return receipt.solved()
        ? Optional.ofNullable(read(GridCaches.OUTCOMES, receipt.cacheKey()))
        : Optional.empty();
  }

  @Override
  public Map<String, Receipt> finished(Collection<WorkUnit> units) {
    Map<String, Receipt> receipts = new LinkedHashMap<>();
    IgniteCache<String, byte[]> outcomes = cache(GridCaches.OUTCOMES);
    if (outcomes.size() == 0) {
      return receipts;
    }
    Map<String, WorkUnit> unitOfKey = new LinkedHashMap<>();
    units.forEach(unit -> unitOfKey.put(unit.key().hex(), unit));
    GridValues.opened(GridCaches.OUTCOMES, outcomes.getAll(unitOfKey.keySet()))
        .forEach(
            (key, packed) ->
                receipts.put(
                    key, WorkTypes.of(Objects.requireNonNull(unitOfKey.get(key))).receipt(packed)));
    return receipts;
  }

  @Override
  public byte[] data(String hash) {
    byte[] packed = read(GridCaches.BASES, hash);
    if (packed == null) {
      throw new MissingDataException("The data %s are not in the grid.".formatted(hash));
    }
    return packed;
  }

  @Override
  public Map<String, byte[]> findBlocks(Collection<String> hashes) {
    return GridValues.opened(
        GridCaches.BLOCKS, cache(GridCaches.BLOCKS).getAll(new TreeSet<>(hashes)));
  }

  @Override
  public Map<String, Receipt> quarantined() {
    Map<String, Receipt> receipts = new LinkedHashMap<>();
    requireWhole();
    try (EveryEntry all = GridCaches.every(ignite, GridCaches.QUARANTINE)) {
      all.forEachRemaining(entry -> receipts.put(entry.getKey(), receipt(entry.getValue())));
    }
    return receipts;
  }

  @Override
  public Map<String, Receipt> quarantined(Collection<WorkUnit> units) {
    Set<String> keys = units.stream().map(unit -> unit.key().hex()).collect(Collectors.toSet());
    Map<String, Receipt> receipts = new LinkedHashMap<>();
    cache(GridCaches.QUARANTINE)
        .getAll(keys)
        .forEach((key, packed) -> receipts.put(key, receipt(packed)));
    return receipts;
  }

  private static Receipt receipt(byte[] held) {
    return Wire.unpack(EncryptedBytes.open(GridCaches.QUARANTINE, held), Receipt.class);
  }

  @Override
  public void quarantine(Receipt receipt) {
    cache(GridCaches.QUARANTINE)
        .put(receipt.key(), GridValues.seal(GridCaches.QUARANTINE, Wire.pack(receipt)));
  }

  @Override
  public boolean release(String key) {
    return cache(GridCaches.QUARANTINE).remove(key);
  }

  private byte @Nullable [] read(String name, String key) {
    try {
      return GridValues.open(name, cache(name).get(key));
    } catch (CacheException e) {
      if (GridCaches.lost(ignite).isEmpty()) {
        throw e;
      }
      String text =
          "The grid cannot give %s of %s: too many nodes that held data are gone (see: gridclear grid status)."
              .formatted(key, name);
      throw new MissingDataException(text, e);
    }
  }

  /** A cache of the grid; nothing is written from a side that is cut off. */
  private IgniteCache<String, byte[]> cache(String name) {
    requireWhole();
    return GridCaches.of(ignite, name);
  }

  private void requireWhole() {
    if (node.refusing()) {
      throw new GridRefusedException(IgniteRunRegistry.CUT_OFF);
    }
  }
}
