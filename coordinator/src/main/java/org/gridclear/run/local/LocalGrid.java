package org.gridclear.run.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.gridclear.run.GridAccess;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunState;
import org.gridclear.run.dispatch.WorkDispatcher;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkTypes;
import org.gridclear.worker.slot.Isolation;
import org.gridclear.worker.slot.WorkerSlots;
import org.jspecify.annotations.Nullable;

/**
 * A grid of one process without a cluster: for single commands that shall not wait for one to form.
 * The same units go through the same slots; what is stored is gone with the process.
 */
public final class LocalGrid
    implements WorkDispatcher, GridStore, BlockStore, RunRegistry, AutoCloseable {
  /** What the one node is called. */
  public static final String NAME = "local";

  private final WorkerNode node;
  private final WorkerSlots slots;
  private final ExecutorService threads;
  private final Map<String, byte[]> data = new ConcurrentHashMap<>();
  private final BlockMemory blocks = new BlockMemory();
  private final Map<String, Object> kept = new ConcurrentHashMap<>();
  private final Map<Object, String> keptNames = new IdentityHashMap<>();
  private final Map<String, byte[]> outcomes = new ConcurrentHashMap<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, RunRecord> runs = new ConcurrentSkipListMap<>();
  private final Map<String, byte[]> tickets = new ConcurrentHashMap<>();
  private final Map<String, byte[]> results = new ConcurrentHashMap<>();
  private final Set<String> cancelAsked = ConcurrentHashMap.newKeySet();
  private final Map<String, Receipt> quarantine = new ConcurrentHashMap<>();

  /** A grid with this many units at a time, all in this process. */
  public LocalGrid(int slotCount) {
    this(slotCount, null);
  }

  /**
   * A grid with this many units at a time.
   *
   * @param isolation where units with native code run; null for here
   */
  public LocalGrid(int slotCount, @Nullable Isolation isolation) {
    node = new WorkerNode(NAME, NAME, slotCount);
    slots = new WorkerSlots(NAME, this, isolation, slotCount);
    threads = Executors.newFixedThreadPool(slotCount);
  }

  /** The grid as runs see it. */
  public GridAccess access() {
    return new GridAccess(this, this, this);
  }

  @Override
  public List<WorkerNode> workers() {
    return List.of(node);
  }

  @Override
  public AutoCloseable onWorkersChanged(Runnable listener) {
    return () -> {};
  }

  @Override
  public Dispatched dispatch(WorkerNode target, String runId, List<WorkUnit> units) {
    AtomicBoolean cancelled = new AtomicBoolean();
    CompletableFuture<List<Receipt>> receipts =
        CompletableFuture.supplyAsync(
            () -> units.stream().map(unit -> slots.work(unit, cancelled::get)).toList(), threads);
    return new LocalDispatched(receipts, cancelled);
  }

  private record LocalDispatched(CompletionStage<List<Receipt>> receipts, AtomicBoolean cancelled)
      implements Dispatched {
    @Override
    public void cancel() {
      cancelled.set(true);
    }
  }

  /** The same object has the same name. */
  @Override
  public synchronized Optional<String> keep(Object value) {
    String name = keptNames.computeIfAbsent(value, key -> "kept-" + keptNames.size());
    kept.put(name, value);
    return Optional.of(name);
  }

  @Override
  public <T> T value(String hash, Class<T> type) {
    Object value = kept.get(hash);
    return value == null ? Wire.unpack(data(hash), type) : type.cast(value);
  }

  @Override
  public byte[] data(String hash) {
    Object value = kept.get(hash);
    byte[] packed = value == null ? data.get(hash) : Wire.pack(value);
    if (packed == null) {
      throw new MissingDataException("The data %s are not here.".formatted(hash));
    }
    return packed;
  }

  @Override
  public Optional<byte[]> outcome(String key) {
    return Optional.ofNullable(outcomes.get(key));
  }

  @Override
  public void putOutcome(String key, byte[] packed) {
    outcomes.put(key, packed);
  }

  @Override
  public void putData(String hash, byte[] packed) {
    data.put(hash, packed);
  }

  @Override
  public void putBlocks(Map<String, byte[]> packed) {
    packed.forEach(blocks::put);
  }

  @Override
  public List<byte[]> blocks(List<String> hashes) {
    return hashes.stream()
        .map(
            hash ->
                blocks
                    .get(hash)
                    .orElseThrow(
                        () ->
                            new MissingDataException("The block %s is not here.".formatted(hash))))
        .toList();
  }

  @Override
  public Map<String, byte[]> findBlocks(Collection<String> hashes) {
    Map<String, byte[]> found = new LinkedHashMap<>();
    hashes.forEach(hash -> blocks.get(hash).ifPresent(packed -> found.put(hash, packed)));
    return found;
  }

  @Override
  public Optional<byte[]> packed(Receipt receipt) {
    return receipt.solved() ? outcome(receipt.cacheKey()) : Optional.empty();
  }

  @Override
  public Map<String, Receipt> finished(Collection<WorkUnit> units) {
    Map<String, Receipt> receipts = new LinkedHashMap<>();
    for (WorkUnit unit : units) {
      byte[] packed = outcomes.get(unit.key().hex());
      if (packed != null) {
        receipts.put(unit.key().hex(), WorkTypes.of(unit).receipt(packed));
      }
    }
    return receipts;
  }

  @Override
  public Map<String, Receipt> quarantined() {
    return Map.copyOf(quarantine);
  }

  @Override
  public Map<String, Receipt> quarantined(Collection<WorkUnit> units) {
    Map<String, Receipt> receipts = new LinkedHashMap<>(quarantine);
    receipts.keySet().retainAll(units.stream().map(unit -> unit.key().hex()).toList());
    return receipts;
  }

  @Override
  public void quarantine(Receipt receipt) {
    quarantine.put(receipt.key(), receipt);
  }

  @Override
  public boolean release(String key) {
    return quarantine.remove(key) != null;
  }

  @Override
  public String self() {
    return NAME;
  }

  @Override
  public String selfName() {
    return NAME;
  }

  @Override
  public boolean lives(String coordinator) {
    return coordinator.equals(self());
  }

  @Override
  public void putTicket(String runId, byte[] packed) {
    tickets.put(runId, packed);
  }

  @Override
  public Optional<byte[]> ticket(String runId) {
    return Optional.ofNullable(tickets.get(runId));
  }

  @Override
  public synchronized boolean write(RunRecord record, long expectedEpoch) {
    RunRecord before = runs.get(record.status().runId());
    if ((before == null ? 0 : before.epoch()) != expectedEpoch) {
      return false;
    }
    if (runs.put(record.status().runId(), record) == null) {
      order.add(record.status().runId());
    }
    return true;
  }

  @Override
  public Optional<RunRecord> record(String runId) {
    return Optional.ofNullable(runs.get(runId));
  }

  @Override
  public synchronized RunPage page(long before, int limit) {
    List<RunRecord> page = new ArrayList<>();
    long number = Math.min(before - 1, order.size());
    for (; number >= 1 && page.size() < limit; number--) {
      page.add(runs.get(order.get((int) number - 1)));
    }
    return new RunPage(page, number >= 1 ? number + 1 : RunPage.NO_MORE);
  }

  @Override
  public Map<RunState, Long> ended() {
    return runs.values().stream()
        .map(run -> run.status().state())
        .filter(RunState::ended)
        .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
  }

  @Override
  public void putResults(String runId, byte[] packed) {
    results.put(runId, packed);
  }

  @Override
  public Optional<byte[]> results(String runId) {
    return Optional.ofNullable(results.get(runId));
  }

  @Override
  public List<RunRecord> open() {
    return runs.values().stream().filter(run -> !run.status().state().ended()).toList();
  }

  @Override
  public void askToCancel(RunRecord record) {
    cancelAsked.add(record.status().runId());
  }

  @Override
  public boolean isCancelAsked(String runId) {
    return cancelAsked.contains(runId);
  }

  @Override
  public AutoCloseable onCancelAsked(ObjLongConsumer<String> listener) {
    return () -> {};
  }

  @Override
  public AutoCloseable onMembersChanged(Runnable listener) {
    return () -> {};
  }

  @Override
  public boolean backupsComplete() {
    return true;
  }

  @Override
  public List<String> lostCaches() {
    return List.of();
  }

  @Override
  public Optional<String> refusal() {
    return Optional.empty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
