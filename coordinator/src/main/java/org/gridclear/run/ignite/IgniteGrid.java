package org.gridclear.run.ignite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.IgniteDataStreamer;
import org.apache.ignite.cluster.ClusterGroup;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.cluster.ClusterTopologyException;
import org.apache.ignite.events.Event;
import org.apache.ignite.events.EventType;
import org.apache.ignite.lang.IgniteFuture;
import org.apache.ignite.lang.IgnitePredicate;
import org.gridclear.run.GridStore;
import org.gridclear.run.NodeLostException;
import org.gridclear.run.RunStatus;
import org.gridclear.run.WorkDispatcher;
import org.gridclear.run.WorkerNode;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.ScreeningBytes;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.WorkTask;
import org.gridclear.worker.ignite.WorkerFilter;

/** The grid through an Ignite node. */
public final class IgniteGrid implements WorkDispatcher, GridStore {
  private static final int[] TOPOLOGY_EVENTS = {
    EventType.EVT_NODE_JOINED, EventType.EVT_NODE_LEFT, EventType.EVT_NODE_FAILED
  };

  private final Ignite ignite;

  /** Uses {@code ignite}, which others start and stop. */
  public IgniteGrid(Ignite ignite) {
    this.ignite = ignite;
  }

  @Override
  public List<WorkerNode> workers() {
    WorkerFilter filter = new WorkerFilter();
    List<WorkerNode> workers = new ArrayList<>();
    for (ClusterNode node : ignite.cluster().nodes()) {
      if (filter.apply(node)) {
        workers.add(
            new WorkerNode(
                node.id().toString(),
                node.attribute(GridNode.NAME),
                node.<Integer>attribute(GridNode.SLOTS)));
      }
    }
    workers.sort(Comparator.comparing(WorkerNode::name).thenComparing(WorkerNode::id));
    return workers;
  }

  @Override
  public AutoCloseable onWorkersChanged(Runnable listener) {
    IgnitePredicate<Event> predicate =
        event -> {
          listener.run();
          return true;
        };
    ignite.events().localListen(predicate, TOPOLOGY_EVENTS);
    return () -> ignite.events().stopLocalListen(predicate, TOPOLOGY_EVENTS);
  }

  @Override
  public Dispatched dispatch(WorkerNode node, WorkUnit unit) {
    ClusterGroup target = ignite.cluster().forNodeId(UUID.fromString(node.id()));
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    IgniteFuture<byte[]> future;
    try {
      future =
          ignite
              .compute(target)
              .withExecutor(GridNode.SOLVE_EXECUTOR)
              .executeAsync(new WorkTask(), Wire.pack(unit));
    } catch (RuntimeException e) {
      receipt.completeExceptionally(classified(node, e));
      return new IgniteDispatched(receipt, () -> {});
    }
    future.listen(
        done -> {
          try {
            receipt.complete(Wire.unpack(done.get(), Receipt.class));
          } catch (RuntimeException e) {
            receipt.completeExceptionally(classified(node, e));
          }
        });
    return new IgniteDispatched(receipt, future::cancel);
  }

  private RuntimeException classified(WorkerNode node, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClusterTopologyException
          || cause.getClass().getSimpleName().startsWith("ClusterTopology")
          || cause.getClass().getSimpleName().startsWith("ClusterGroupEmpty")) {
        return new NodeLostException(node.name(), failure);
      }
    }
    boolean gone = workers().stream().noneMatch(worker -> worker.id().equals(node.id()));
    return gone ? new NodeLostException(node.name(), failure) : failure;
  }

  private record IgniteDispatched(CompletionStage<Receipt> receipt, Runnable canceller)
      implements Dispatched {
    @Override
    public void cancel() {
      canceller.run();
    }
  }

  @Override
  public void putData(String hash, byte[] packed) {
    IgniteCache<String, byte[]> bases = GridNode.bases(ignite);
    if (!bases.containsKey(hash)) {
      bases.put(hash, packed);
    }
  }

  @Override
  public void putBlocks(Map<String, byte[]> packed) {
    GridNode.blocks(ignite);
    try (IgniteDataStreamer<String, byte[]> streamer = ignite.dataStreamer("blocks")) {
      streamer.allowOverwrite(false);
      packed.forEach(streamer::addData);
    }
  }

  @Override
  public void putOutcome(String key, byte[] packed) {
    GridNode.outcomes(ignite).put(key, packed);
  }

  @Override
  public Optional<byte[]> charged(Receipt receipt) {
    return receipt.charges() == null
        ? Optional.empty()
        : Optional.ofNullable(GridNode.outcomes(ignite).get(receipt.cacheKey()));
  }

  @Override
  public Map<String, Receipt> finished(Collection<WorkUnit> units) {
    Map<String, Receipt> receipts = new LinkedHashMap<>();
    IgniteCache<String, byte[]> outcomes = GridNode.outcomes(ignite);
    if (outcomes.size() == 0) {
      return receipts;
    }
    Map<String, WorkUnit> unitOfKey = new LinkedHashMap<>();
    units.forEach(unit -> unitOfKey.put(unit.key().hex(), unit));
    outcomes
        .getAll(unitOfKey.keySet())
        .forEach((key, packed) -> receipts.put(key, GridStore.receipt(unitOfKey.get(key), packed)));
    return receipts;
  }

  @Override
  public Optional<StoredOutcome> outcome(Receipt receipt) {
    if (receipt.summary() == null) {
      return Optional.empty();
    }
    byte[] packed = GridNode.outcomes(ignite).get(receipt.cacheKey());
    return Optional.ofNullable(packed).map(bytes -> Wire.unpack(bytes, StoredOutcome.class));
  }

  @Override
  public Optional<ScreeningBytes.Stored> screened(Receipt receipt) {
    if (receipt.block() == null) {
      return Optional.empty();
    }
    byte[] packed = GridNode.outcomes(ignite).get(receipt.cacheKey());
    return Optional.ofNullable(packed).map(ScreeningBytes::unpack);
  }

  @Override
  public void putRun(RunStatus status) {
    GridNode.runs(ignite).put(status.runId(), Wire.pack(status));
  }

  @Override
  public List<RunStatus> runs() {
    List<RunStatus> runs = new ArrayList<>();
    for (Cache.Entry<String, byte[]> entry : GridNode.runs(ignite)) {
      runs.add(Wire.unpack(entry.getValue(), RunStatus.class));
    }
    runs.sort(Comparator.comparing(RunStatus::runId));
    return runs;
  }
}
