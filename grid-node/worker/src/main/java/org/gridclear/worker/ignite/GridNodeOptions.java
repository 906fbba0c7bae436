package org.gridclear.worker.ignite;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gridclear.worker.process.ChildLimits;
import org.jspecify.annotations.Nullable;

/**
 * How a node is started.
 *
 * @param name what it is called in reports
 * @param role what it does in the cluster
 * @param host address it binds to; loopback unless the operator says otherwise
 * @param discoveryPort first port of discovery; the next 19 are tried too
 * @param join addresses of other nodes, {@code host:port}; empty to form a grid
 * @param slots work units that it does at a time
 * @param workFolder where Ignite keeps its files
 * @param dataFolder where the caches are kept on disk, written through with fsync; null to keep
 *     them in memory only
 * @param childMemoryBytes memory of each solver process; 0 to run solvers in this process
 * @param keyFolder keys with which nodes prove to each other who they are ({@code gridclear keys});
 *     null for none
 * @param retainDays days after which what nobody has read or written is dropped; 0 for never
 * @param grid name of the grid that it is of; nodes of others do not join it, nor it them
 * @param joinMax how long it waits for the grid that it joins; zero: until it is there
 */
public record GridNodeOptions(
    String name,
    Role role,
    String host,
    int discoveryPort,
    List<String> join,
    int slots,
    Path workFolder,
    @Nullable Path dataFolder,
    long childMemoryBytes,
    @Nullable Path keyFolder,
    int retainDays,
    String grid,
    Duration joinMax) {
  /** How long a member waits for others that it saw, before it looks where it was told to. */
  private static final Duration AGAIN_MAX = Duration.ofSeconds(45);

  /** What a node does. */
  public enum Role {
    /** Holds data and does work. */
    WORKER,
    /** Runs studies, holds no data and does no work. */
    COORDINATOR,
    /** Both, alone in one JVM. */
    EMBEDDED
  }

  /**
   * Whether an address is of this machine only.
   *
   * @throws IllegalArgumentException if there is no such host
   */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("There is no host %s.".formatted(host), e);
    }
  }

  /**
   * Memory of each solver process where nothing else is said: half of the machine's, shared by the
   * slots, in bytes; 0 if the machine does not tell.
   *
   * @param slots work units that a node does at a time
   */
  public static long childMemoryShare(int slots) {
    long machine =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return ChildLimits.memoryShare(machine, slots);
  }

  /** A node that waits for its grid as long as it takes. */
  public GridNodeOptions(
      String name,
      Role role,
      String host,
      int discoveryPort,
      List<String> join,
      int slots,
      Path workFolder,
      @Nullable Path dataFolder,
      long childMemoryBytes,
      @Nullable Path keyFolder,
      int retainDays,
      String grid) {
    this(
        name,
        role,
        host,
        discoveryPort,
        join,
        slots,
        workFolder,
        dataFolder,
        childMemoryBytes,
        keyFolder,
        retainDays,
        grid,
        Duration.ZERO);
  }

  /** A node that keeps its data in memory only and solves in its own process. */
  public GridNodeOptions(
      String name,
      Role role,
      String host,
      int discoveryPort,
      List<String> join,
      int slots,
      Path workFolder) {
    this(
        name,
        role,
        host,
        discoveryPort,
        join,
        slots,
        workFolder,
        null,
        0,
        null,
        0,
        GridNames.ofOwner(null));
  }

  public GridNodeOptions {
    join = List.copyOf(join);
    GridNames.check(grid);
    if (slots < 1 || slots > 1024) {
      throw new IllegalArgumentException("The slots (%d) must lie in 1..1024.".formatted(slots));
    }
  }

  /** The same node that joins at these addresses; at others than it was told not for ever. */
  public GridNodeOptions joining(List<String> addresses) {
    return new GridNodeOptions(
        name,
        role,
        host,
        discoveryPort,
        addresses,
        slots,
        workFolder,
        dataFolder,
        childMemoryBytes,
        keyFolder,
        retainDays,
        grid,
        addresses.equals(join) ? joinMax : AGAIN_MAX);
  }
}
