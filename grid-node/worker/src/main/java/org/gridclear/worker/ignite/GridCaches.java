package org.gridclear.worker.ignite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.cache.expiry.Duration;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.CacheMode;
import org.apache.ignite.cache.CacheWriteSynchronizationMode;
import org.apache.ignite.cache.PartitionLossPolicy;
import org.apache.ignite.cache.affinity.AffinityKey;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.internal.IgniteEx;
import org.apache.ignite.internal.processors.cache.distributed.dht.topology.GridDhtPartitionTopology;
import org.gridclear.worker.ignite.value.EveryEntry;

/** The caches of the grid, made when they are first asked for. Values are packed bytes. */
public final class GridCaches {
  /** Bases, networks, operating points and lists by hash, on every node. */
  public static final String BASES = "bases";

  /** Blocks of settlement data by hash, spread over the nodes. */
  public static final String BLOCKS = "blocks";

  /** Outcomes by work key. */
  public static final String OUTCOMES = "outcomes";

  /** What was asked for, by run id. */
  public static final String TICKETS = "tickets";

  /** Run records by run id. */
  public static final String RUNS = "runs";

  /** Receipts of ended runs by run id. */
  public static final String RESULTS = "results";

  /** Receipts of units that ended two solver processes, by work key. */
  public static final String QUARANTINE = "quarantine";

  /** The order of runs and which are open; follows from the records, so it is in no backup. */
  public static final String INDEX = "index";

  /**
   * Results of days of a market, spread over the nodes, those of a market and date together; a copy
   * of what the market's folder has, so it is in no backup.
   */
  public static final String DAYS = "days";

  /** Caches that follow from others or from what lies elsewhere. */
  private static final List<String> DERIVED = List.of(INDEX, DAYS);

  /** All caches but the derived ones, in the order in which a run writes them last to first. */
  public static final List<String> ALL =
      List.of(RUNS, RESULTS, TICKETS, QUARANTINE, OUTCOMES, BLOCKS, BASES);

  /** Data region of the caches. */
  static final String REGION = "grid";

  private GridCaches() {}

  /** A cache by its name. */
  public static IgniteCache<String, byte[]> of(Ignite ignite, String name) {
    return made(ignite, name);
  }

  /** Every entry of a cache, some megabytes of them at a time. */
  public static EveryEntry every(Ignite ignite, String name) {
    return new EveryEntry(of(ignite, name));
  }

  /** The cache of the results of days: what is of one market and date lies on one node. */
  public static IgniteCache<AffinityKey<String>, byte[]> days(Ignite ignite) {
    return made(ignite, DAYS);
  }

  private static <K> IgniteCache<K, byte[]> made(Ignite ignite, String name) {
    IgniteCache<K, byte[]> existing = ignite.cache(name);
    if (existing != null) {
      return existing;
    }
    CacheConfiguration<K, byte[]> configuration = new CacheConfiguration<>(name);
    configuration.setCacheMode(name.equals(BASES) ? CacheMode.REPLICATED : CacheMode.PARTITIONED);
    configuration.setBackups(1);
    configuration.setDataRegionName(REGION);
    configuration.setWriteSynchronizationMode(CacheWriteSynchronizationMode.FULL_SYNC);
    configuration.setPartitionLossPolicy(PartitionLossPolicy.READ_WRITE_SAFE);
    configuration.setNodeFilter(new WorkerFilter());
    int days = MemberFacts.retainDays(ignite);
    if (days > 0 && !DERIVED.contains(name)) {
      configuration.setExpiryPolicyFactory(
          TouchedExpiryPolicy.factoryOf(new Duration(TimeUnit.DAYS, days)));
      configuration.setEagerTtl(true);
    }
    return ignite.getOrCreateCache(configuration);
  }

  /**
   * Whether every entry has its backup again after members came or went, so that losing another one
   * loses nothing. Counted over the owners of all partitions: Ignite's metric {@code
   * cluster.Rebalanced} can stay false for ever when a member leaves while data move.
   */
  public static boolean backupsComplete(Ignite ignite) {
    int workers = ignite.cluster().forPredicate(new WorkerFilter()).nodes().size();
    Set<String> existing = new HashSet<>(ignite.cacheNames());
    return Stream.concat(ALL.stream(), DERIVED.stream())
        .filter(existing::contains)
        .allMatch(name -> owned(ignite, name, name.equals(BASES) ? workers : Math.min(2, workers)));
  }

  /** Whether so many nodes own each partition of a cache. */
  private static boolean owned(Ignite ignite, String name, int copies) {
    made(ignite, name);
    GridDhtPartitionTopology topology = ((IgniteEx) ignite).cachex(name).context().topology();
    for (int p = 0; p < topology.partitions(); p++) {
      if (topology.owners(p).size() < copies) {
        return false;
      }
    }
    return true;
  }

  /** Numbers of partitions that were lost, by cache; empty if all is well. */
  public static List<String> lost(Ignite ignite) {
    return Stream.concat(ALL.stream(), DERIVED.stream())
        .filter(name -> ignite.cache(name) != null)
        .filter(name -> !ignite.cache(name).lostPartitions().isEmpty())
        .map(
            name ->
                "%s (%d partitions)".formatted(name, ignite.cache(name).lostPartitions().size()))
        .toList();
  }
}
