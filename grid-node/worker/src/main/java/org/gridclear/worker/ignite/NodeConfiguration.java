package org.gridclear.worker.ignite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.ExecutorConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.configuration.WALMode;
import org.apache.ignite.spi.communication.tcp.TcpCommunicationSpi;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.gridclear.atrest.AtRest;
import org.gridclear.file.PrivateFiles;

/** How Ignite is set up for a node. */
final class NodeConfiguration {
  /** One has the slot, the other stores what came of the unit before. */
  private static final int THREADS_PER_SLOT = 2;

  private static final int PORT_RANGE = 20;
  private static final long REGION_BYTES_INITIAL = 64L << 20;
  private static final long REGION_BYTES_MAX = 2L << 30;
  private static final long CHECKPOINT_BYTES = 512L << 20;

  /**
   * A member keeps on its heap what it sent until it is acknowledged: 32 messages by default, which
   * is all of 512 MB where each is a block of a backup.
   */
  private static final int MESSAGES_UNACKNOWLEDGED_MAX = 8;

  private static final long FAILURE_DETECTION_MILLIS = 6_000;

  private NodeConfiguration() {}

  /**
   * How a node is set up.
   *
   * @param foreign ports at which nodes of other grids listen, which it does not look at
   */
  static IgniteConfiguration of(GridNodeOptions options, Set<Integer> foreign) {
    IgniteConfiguration configuration = new IgniteConfiguration();
    configuration.setIgniteInstanceName(options.name());
    String place = options.dataFolder() == null ? "@" + ProcessHandle.current().pid() : "";
    configuration.setConsistentId(options.name() + place);
    configuration.setWorkDirectory(options.workFolder().toAbsolutePath().toString());
    configuration.setLocalHost(options.host());
    configuration.setDiscoverySpi(discovery(options, foreign));
    TcpCommunicationSpi communication = new TcpCommunicationSpi();
    communication.setLocalPort(options.discoveryPort() + 1000);
    communication.setLocalPortRange(4 * PORT_RANGE);
    communication.setAckSendThreshold(MESSAGES_UNACKNOWLEDGED_MAX);
    configuration.setCommunicationSpi(communication);
    configuration.setDataStorageConfiguration(storage(options));
    configuration.setClientConnectorConfiguration(null);
    configuration.setConnectorConfiguration(null);
    configuration.setPeerClassLoadingEnabled(false);
    configuration.setClassLoader(knownClassesOnly(options.workFolder()));
    configuration.setFailureDetectionTimeout(FAILURE_DETECTION_MILLIS);
    configuration.setFailureHandler(new CriticalFailures(options.dataFolder()));
    configuration.setPluginProviders(
        new ClockCheck(), new NameCheck(options.grid()), new KeyCheck());
    configuration.setMetricsLogFrequency(0);
    configuration.setGridLogger(new QuietLogger());
    configuration.setIncludeEventTypes(MemberFacts.memberEvents());
    configuration.setUserAttributes(attributes(options));
    configuration.setExecutorConfiguration(
        new ExecutorConfiguration(MemberFacts.SOLVE_EXECUTOR)
            .setSize(THREADS_PER_SLOT * options.slots()));
    if (options.keyFolder() != null) {
      configuration.setSslContextFactory(NodeKeys.in(options.keyFolder()).tls());
    }
    return configuration;
  }

  /** What it tells the others of itself. */
  private static Map<String, Object> attributes(GridNodeOptions options) {
    return Map.of(
        MemberFacts.GRID,
        options.grid(),
        MemberFacts.ROLE,
        options.role().name(),
        MemberFacts.NAME,
        options.name(),
        MemberFacts.SLOTS,
        options.slots(),
        MemberFacts.DURABLE,
        options.dataFolder() != null,
        MemberFacts.RETAIN_DAYS,
        options.retainDays(),
        MemberFacts.DATA_KEYS,
        KeyCheck.ids(),
        ClockCheck.CLOCK_MILLIS,
        System.currentTimeMillis());
  }

  /**
   * A node that joins others never forms a grid of its own: its own address is not in its list. One
   * that is its whole grid looks for no one, so that two of them on a machine stay apart.
   */
  private static TcpDiscoverySpi discovery(GridNodeOptions options, Set<Integer> foreign) {
    List<String> addresses = new ArrayList<>(options.join());
    boolean alone = addresses.isEmpty() && options.role() == GridNodeOptions.Role.EMBEDDED;
    if (addresses.isEmpty() && !alone) {
      for (int port = options.discoveryPort();
          port < options.discoveryPort() + PORT_RANGE;
          port++) {
        if (!foreign.contains(port)) {
          addresses.add("%s:%d".formatted(options.host(), port));
        }
      }
    }
    TcpDiscoveryVmIpFinder finder = new TcpDiscoveryVmIpFinder();
    finder.setAddresses(addresses);
    finder.setShared(alone);
    TcpDiscoverySpi discovery = new TcpDiscoverySpi();
    discovery.setIpFinder(finder);
    discovery.setJoinTimeout(options.joinMax().toMillis());
    discovery.setLocalPort(options.discoveryPort());
    discovery.setLocalPortRange(PORT_RANGE - 1);
    return discovery;
  }

  /**
   * The caches lie in a region of their own, in memory; with a data folder on disk too, every write
   * of the log with fsync. Coordinators have no such region.
   */
  private static DataStorageConfiguration storage(GridNodeOptions options) {
    DataStorageConfiguration storage = new DataStorageConfiguration();
    storage.setSystemRegionInitialSize(16L << 20);
    DataRegionConfiguration none = new DataRegionConfiguration();
    none.setName("none");
    none.setInitialSize(16L << 20);
    none.setMaxSize(32L << 20);
    storage.setDefaultDataRegionConfiguration(none);
    if (options.role() == GridNodeOptions.Role.COORDINATOR) {
      return storage;
    }
    DataRegionConfiguration region = new DataRegionConfiguration();
    region.setName(GridCaches.REGION);
    region.setInitialSize(REGION_BYTES_INITIAL);
    region.setMaxSize(REGION_BYTES_MAX);
    storage.setDataRegionConfigurations(region);
    if (options.dataFolder() != null) {
      region.setPersistenceEnabled(true);
      region.setCheckpointPageBufferSize(CHECKPOINT_BYTES);
      AtRest.apart(options.dataFolder());
      makePrivate(options.dataFolder());
      String folder = options.dataFolder().toAbsolutePath().toString();
      storage.setStoragePath(folder);
      storage.setWalPath(folder + "/wal");
      storage.setWalArchivePath(folder + "/wal");
      storage.setWalMode(WALMode.FSYNC);
    }
    return storage;
  }

  private static void makePrivate(Path dataFolder) {
    try {
      PrivateFiles.makeFolder(dataFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only classes of this list and Ignite's own are read from other nodes. */
  private static ClassLoader knownClassesOnly(Path workFolder) {
    try (var in = NodeConfiguration.class.getResourceAsStream("known-classes.txt")) {
      String names = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      Path list = workFolder.resolve("known-classes.txt");
      Files.createDirectories(workFolder);
      Files.writeString(list, names);
      System.setProperty("IGNITE_MARSHALLER_WHITELIST", list.toAbsolutePath().toString());
      return new KnownClassLoader(
          NodeConfiguration.class.getClassLoader(), names.lines().collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
