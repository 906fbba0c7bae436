package org.gridclear.run.ignite;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cluster.ClusterGroup;
import org.apache.ignite.cluster.ClusterState;
import org.apache.ignite.events.Event;
import org.apache.ignite.lang.IgniteBiPredicate;
import org.apache.ignite.lang.IgnitePredicate;
import org.gridclear.atrest.EncryptedBytes;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunState;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.MemberFacts;
import org.gridclear.worker.ignite.value.EveryEntry;
import org.gridclear.worker.ignite.value.FencedWrite;
import org.gridclear.worker.ignite.value.GridValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs and their owners in caches of the grid. A record is stored behind its epoch. */
final class IgniteRunRegistry implements RunRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(IgniteRunRegistry.class);
  private static final String CANCEL_TOPIC = "gridclear.cancel";

  /** Behind the id of a run that somebody wants cancelled, beside its ticket. */
  private static final String CANCEL_ASKED = "/cancel";

  /** What is said where a coordinator is on the smaller side of a split. */
  static final String CUT_OFF =
      "This coordinator is cut off from most of the grid and refuses work.";

  private static final Comparator<RunRecord> BY_SUBMISSION =
      Comparator.comparingLong(RunRecord::submittedAtMillis)
          .thenComparing(record -> record.status().runId());

  /** A run that has no record after so long never gets one. */
  private static final long STORED_MILLIS_MAX = 600_000;

  private final GridNode node;
  private final Ignite ignite;
  private final RunIndex index;

  IgniteRunRegistry(GridNode node) {
    this.node = node;
    this.ignite = node.ignite();
    this.index = index(ignite);
  }

  /** The order of the runs of a grid. */
  static RunIndex index(Ignite ignite) {
    return new RunIndex(ignite, () -> allRecords(ignite));
  }

  @Override
  public String self() {
    return ignite.cluster().localNode().id().toString();
  }

  @Override
  public String selfName() {
    return node.options().name();
  }

  @Override
  public boolean lives(String coordinator) {
    return ignite.cluster().node(UUID.fromString(coordinator)) != null;
  }

  private IgniteCache<String, byte[]> cache(String name) {
    refusal()
        .ifPresent(
            why -> {
              throw new GridRefusedException(why);
            });
    return GridCaches.of(ignite, name);
  }

  @Override
  public void putTicket(String runId, byte[] packed) {
    cache(GridCaches.TICKETS).put(runId, GridValues.seal(GridCaches.TICKETS, packed));
  }

  @Override
  public Optional<byte[]> ticket(String runId) {
    return Optional.ofNullable(
        GridValues.open(GridCaches.TICKETS, cache(GridCaches.TICKETS).get(runId)));
  }

  @Override
  public boolean write(RunRecord record, long expectedEpoch) {
    byte[] packed = GridValues.seal(GridCaches.RUNS, Wire.pack(record));
    byte[] stored =
        ByteBuffer.allocate(Long.BYTES + packed.length).putLong(record.epoch()).put(packed).array();
    String runId = record.status().runId();
    IgniteCache<String, byte[]> runs = cache(GridCaches.RUNS);
    if (expectedEpoch == 0) {
      index.add(runId, record.submittedAtMillis());
    }
    boolean written =
        runs.invoke(runId, new FencedWrite(), expectedEpoch, stored) || isThere(record);
    if (written && record.status().state().ended()) {
      index.ended(runId, record.status().state());
    } else if (written && expectedEpoch == 0) {
      index.added(runId, record.submittedAtMillis());
    }
    return written;
  }

  /** A write that was repeated after the loss of a node finds its own record. */
  private boolean isThere(RunRecord record) {
    RunRecord found = record(record.status().runId()).orElse(record);
    return found.epoch() == record.epoch() && found.owner().equals(record.owner());
  }

  private static RunRecord unpack(byte[] stored) {
    byte[] record = Arrays.copyOfRange(stored, Long.BYTES, stored.length);
    return Wire.unpack(EncryptedBytes.open(GridCaches.RUNS, record), RunRecord.class);
  }

  @Override
  public Optional<RunRecord> record(String runId) {
    return Optional.ofNullable(cache(GridCaches.RUNS).get(runId)).map(IgniteRunRegistry::unpack);
  }

  @Override
  public RunPage page(long before, int limit) {
    cache(GridCaches.RUNS);
    for (long from = before; ; ) {
      TreeMap<Long, String> ids = index.below(from, limit);
      Map<String, RunRecord> records = records(new TreeSet<>(ids.values()));
      long last = ids.isEmpty() ? 1 : ids.lastKey();
      long next = last > 1 ? last : RunPage.NO_MORE;
      if (next == RunPage.NO_MORE || !records.isEmpty()) {
        return new RunPage(
            ids.values().stream().distinct().map(records::get).filter(Objects::nonNull).toList(),
            next);
      }
      index.dropGone(last, ids.firstKey());
      from = last;
    }
  }

  @Override
  public Map<RunState, Long> ended() {
    cache(GridCaches.RUNS);
    return index.ended();
  }

  @Override
  public List<RunRecord> open() {
    cache(GridCaches.RUNS);
    Map<String, Long> ids = index.open();
    Map<String, RunRecord> records = records(new TreeSet<>(ids.keySet()));
    List<RunRecord> open = new ArrayList<>();
    for (Map.Entry<String, Long> id : ids.entrySet()) {
      RunRecord record = records.get(id.getKey());
      if (record == null) {
        if (System.currentTimeMillis() - id.getValue() > STORED_MILLIS_MAX) {
          index.dropped(id.getKey());
        }
      } else if (record.status().state().ended()) {
        index.ended(id.getKey(), record.status().state());
      } else {
        open.add(record);
      }
    }
    open.sort(BY_SUBMISSION);
    return open;
  }

  private Map<String, RunRecord> records(Set<String> ids) {
    Map<String, RunRecord> records = new HashMap<>();
    cache(GridCaches.RUNS).getAll(ids).forEach((id, stored) -> records.put(id, unpack(stored)));
    return records;
  }

  private static List<RunRecord> allRecords(Ignite ignite) {
    List<RunRecord> records = new ArrayList<>();
    try (EveryEntry all = GridCaches.every(ignite, GridCaches.RUNS)) {
      all.forEachRemaining(entry -> records.add(unpack(entry.getValue())));
    }
    records.sort(BY_SUBMISSION);
    return records;
  }

  @Override
  public void putResults(String runId, byte[] packed) {
    cache(GridCaches.RESULTS).put(runId, GridValues.seal(GridCaches.RESULTS, packed));
  }

  @Override
  public Optional<byte[]> results(String runId) {
    return Optional.ofNullable(
        GridValues.open(GridCaches.RESULTS, cache(GridCaches.RESULTS).get(runId)));
  }

  @Override
  public void askToCancel(RunRecord record) {
    String runId = record.status().runId();
    cache(GridCaches.TICKETS).put(runId + CANCEL_ASKED, new byte[0]);
    ClusterGroup owner = ignite.cluster().forNodeId(UUID.fromString(record.owner()));
    if (!owner.nodes().isEmpty()) {
      ignite.message(owner).send(CANCEL_TOPIC, record.epoch() + " " + runId);
    }
  }

  @Override
  public boolean isCancelAsked(String runId) {
    return cache(GridCaches.TICKETS).containsKey(runId + CANCEL_ASKED);
  }

  @Override
  public AutoCloseable onCancelAsked(ObjLongConsumer<String> listener) {
    IgniteBiPredicate<UUID, String> heard =
        (from, asked) -> {
          int space = asked.indexOf(' ');
          listener.accept(asked.substring(space + 1), Long.parseLong(asked.substring(0, space)));
          return true;
        };
    ignite.message().localListen(CANCEL_TOPIC, heard);
    return () -> unlessStopped(() -> ignite.message().stopLocalListen(CANCEL_TOPIC, heard));
  }

  @Override
  public AutoCloseable onMembersChanged(Runnable listener) {
    return onMembersChanged(ignite, listener);
  }

  static AutoCloseable onMembersChanged(Ignite ignite, Runnable listener) {
    IgnitePredicate<Event> predicate =
        event -> {
          listener.run();
          return true;
        };
    ignite.events().localListen(predicate, MemberFacts.memberEvents());
    return () ->
        unlessStopped(() -> ignite.events().stopLocalListen(predicate, MemberFacts.memberEvents()));
  }

  /** Takes a listener away; a node that the others dropped has none any more. */
  private static void unlessStopped(Runnable work) {
    try {
      work.run();
    } catch (IllegalStateException e) {
      LOG.debug("the node has stopped already", e);
    }
  }

  @Override
  public boolean backupsComplete() {
    return GridCaches.backupsComplete(ignite);
  }

  @Override
  public List<String> lostCaches() {
    boolean active = ignite.cluster().state() == ClusterState.ACTIVE;
    return active ? GridCaches.lost(ignite) : List.of();
  }

  @Override
  public Optional<String> refusal() {
    if (node.refusing()) {
      return Optional.of(CUT_OFF);
    }
    if (ignite.cluster().state() != ClusterState.ACTIVE) {
      return Optional.of(
          "The grid waits for members that keep data on disk. Start them, or go on without:"
              + " gridclear grid activate");
    }
    List<String> lost = lostCaches();
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Data were lost with the nodes that held them: %s. Go on without: gridclear grid reset-lost"
                .formatted(String.join(", ", lost)));
  }
}
