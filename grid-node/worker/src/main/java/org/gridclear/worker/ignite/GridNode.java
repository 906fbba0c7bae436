package org.gridclear.worker.ignite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.Ignition;
import org.apache.ignite.cache.CacheMode;
import org.apache.ignite.cache.CacheWriteSynchronizationMode;
import org.apache.ignite.cluster.ClusterState;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.ExecutorConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.configuration.WALMode;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.apache.ignite.logger.slf4j.Slf4jLogger;
import org.apache.ignite.spi.communication.tcp.TcpCommunicationSpi;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.gridclear.worker.slot.WorkerSlots;

/** One member of the cluster. */
public final class GridNode implements AutoCloseable {
  /** Attribute with the {@link GridNodeOptions.Role} of a node. */
  public static final String ROLE = "gridclear.role";

  /** Attribute with the name of a node. */
  public static final String NAME = "gridclear.name";

  /** Attribute with the number of work units that a node does at a time. */
  public static final String SLOTS = "gridclear.slots";

  /** Executor on which kernels run, apart from Ignite's own threads. */
  public static final String SOLVE_EXECUTOR = "solve";

  private static final int PORT_RANGE = 20;
  private static final long REGION_BYTES_INITIAL = 64L << 20;
  private static final long REGION_BYTES_MAX = 2L << 30;
  private static final long CHECKPOINT_BYTES = 512L << 20;
  private static final long FAILURE_DETECTION_MILLIS = 6_000;

  private static final Map<String, WorkerSlots> SLOTS_OF_NODE = new ConcurrentHashMap<>();

  private final Ignite ignite;

  private GridNode(Ignite ignite) {
    this.ignite = ignite;
  }

  /** Starts a node and joins the cluster, or forms one. */
  public static GridNode start(GridNodeOptions options) {
    Ignite ignite = Ignition.start(configuration(options));
    if (options.dataFolder() != null) {
      ignite.cluster().state(ClusterState.ACTIVE);
      ignite.cluster().baselineAutoAdjustEnabled(true);
    }
    SLOTS_OF_NODE.put(ignite.name(), new WorkerSlots(options.name(), new IgniteBlockStore(ignite)));
    return new GridNode(ignite);
  }

  private static IgniteConfiguration configuration(GridNodeOptions options) {
    List<String> addresses = new ArrayList<>(options.join());
    int last = options.discoveryPort() + PORT_RANGE - 1;
    addresses.add("%s:%d..%d".formatted(options.host(), options.discoveryPort(), last));
    TcpDiscoveryVmIpFinder finder = new TcpDiscoveryVmIpFinder();
    finder.setAddresses(addresses);
    TcpDiscoverySpi discovery = new TcpDiscoverySpi();
    discovery.setIpFinder(finder);
    discovery.setLocalPort(options.discoveryPort());
    discovery.setLocalPortRange(PORT_RANGE - 1);
    TcpCommunicationSpi communication = new TcpCommunicationSpi();
    communication.setLocalPort(options.discoveryPort() + 1000);
    communication.setLocalPortRange(4 * PORT_RANGE);
    DataRegionConfiguration region = new DataRegionConfiguration();
    region.setName("default");
    region.setInitialSize(REGION_BYTES_INITIAL);
    region.setMaxSize(REGION_BYTES_MAX);
    DataStorageConfiguration storage = storage(options, region);
    IgniteConfiguration configuration = new IgniteConfiguration();
    configuration.setIgniteInstanceName(options.name());
    String place = options.dataFolder() == null ? "@" + ProcessHandle.current().pid() : "";
    configuration.setConsistentId(options.name() + place);
    configuration.setWorkDirectory(options.workFolder().toAbsolutePath().toString());
    configuration.setLocalHost(options.host());
    configuration.setDiscoverySpi(discovery);
    configuration.setCommunicationSpi(communication);
    configuration.setDataStorageConfiguration(storage);
    configuration.setClientConnectorConfiguration(null);
    configuration.setConnectorConfiguration(null);
    configuration.setPeerClassLoadingEnabled(false);
    configuration.setFailureDetectionTimeout(FAILURE_DETECTION_MILLIS);
    configuration.setFailureHandler(new StopNodeFailureHandler());
    configuration.setMetricsLogFrequency(0);
    configuration.setGridLogger(new Slf4jLogger());
    configuration.setUserAttributes(
        Map.of(ROLE, options.role().name(), NAME, options.name(), SLOTS, options.slots()));
    configuration.setExecutorConfiguration(
        new ExecutorConfiguration(SOLVE_EXECUTOR).setSize(options.slots()));
    return configuration;
  }

  /** In memory; with a data folder on disk too, every write of the log with fsync. */
  private static DataStorageConfiguration storage(
      GridNodeOptions options, DataRegionConfiguration region) {
    DataStorageConfiguration storage = new DataStorageConfiguration();
    storage.setDefaultDataRegionConfiguration(region);
    storage.setSystemRegionInitialSize(16L << 20);
    if (options.dataFolder() != null) {
      region.setPersistenceEnabled(true);
      region.setCheckpointPageBufferSize(CHECKPOINT_BYTES);
      String folder = options.dataFolder().toAbsolutePath().toString();
      storage.setStoragePath(folder);
      storage.setWalPath(folder + "/wal");
      storage.setWalArchivePath(folder + "/wal");
      storage.setWalMode(WALMode.FSYNC);
    }
    return storage;
  }

  /** The slots of a node in this JVM; null while it stops. */
  static WorkerSlots slots(Ignite ignite) {
    return SLOTS_OF_NODE.get(ignite.name());
  }

  /** The Ignite instance. */
  public Ignite ignite() {
    return ignite;
  }

  /** Number of nodes in the cluster, of every role. */
  public int nodeCount() {
    return ignite.cluster().nodes().size();
  }

  /** Packed bases, networks, operating points and lists by hash, on every node. */
  public static IgniteCache<String, byte[]> bases(Ignite ignite) {
    return cache(ignite, "bases", CacheMode.REPLICATED);
  }

  /** Packed blocks of settlement data by hash, spread over the nodes. */
  public static IgniteCache<String, byte[]> blocks(Ignite ignite) {
    return cache(ignite, "blocks", CacheMode.PARTITIONED);
  }

  /** Packed outcomes by work key. */
  public static IgniteCache<String, byte[]> outcomes(Ignite ignite) {
    return cache(ignite, "outcomes", CacheMode.PARTITIONED);
  }

  /** Packed run records by run id. */
  public static IgniteCache<String, byte[]> runs(Ignite ignite) {
    return cache(ignite, "runs", CacheMode.PARTITIONED);
  }

  private static IgniteCache<String, byte[]> cache(Ignite ignite, String name, CacheMode mode) {
    IgniteCache<String, byte[]> existing = ignite.cache(name);
    if (existing != null) {
      return existing;
    }
    CacheConfiguration<String, byte[]> configuration = new CacheConfiguration<>(name);
    configuration.setCacheMode(mode);
    configuration.setBackups(1);
    configuration.setWriteSynchronizationMode(CacheWriteSynchronizationMode.FULL_SYNC);
    configuration.setNodeFilter(new WorkerFilter());
    return ignite.getOrCreateCache(configuration);
  }

  @Override
  public void close() {
    SLOTS_OF_NODE.remove(ignite.name());
    Ignition.stop(ignite.name(), true);
  }
}
