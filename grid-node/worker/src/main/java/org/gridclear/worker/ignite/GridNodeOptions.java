package org.gridclear.worker.ignite;

import java.nio.file.Path;
import java.util.List;

/**
 * How a node is started.
 *
 * @param name what it is called in reports
 * @param role what it does in the cluster
 * @param host address it binds to; loopback unless the operator says otherwise
 * @param discoveryPort first port of discovery; the next 19 are tried too
 * @param join addresses of other nodes, {@code host:port}
 * @param slots work units that it does at a time
 * @param workFolder where Ignite keeps its files
 * @param dataFolder where the caches are kept on disk, written through with fsync; null to keep
 *     them in memory only
 */
public record GridNodeOptions(
    String name,
    Role role,
    String host,
    int discoveryPort,
    List<String> join,
    int slots,
    Path workFolder,
    Path dataFolder) {
  /** What a node does. */
  public enum Role {
    /** Holds data and does work. */
    WORKER,
    /** Runs studies, holds no data and does no work. */
    COORDINATOR,
    /** Both, alone in one JVM. */
    EMBEDDED
  }

  /** A node that keeps its data in memory only. */
  public GridNodeOptions(
      String name,
      Role role,
      String host,
      int discoveryPort,
      List<String> join,
      int slots,
      Path workFolder) {
    this(name, role, host, discoveryPort, join, slots, workFolder, null);
  }

  public GridNodeOptions {
    join = List.copyOf(join);
    if (slots < 1 || slots > 1024) {
      throw new IllegalArgumentException("The slots (%d) must lie in 1..1024.".formatted(slots));
    }
  }
}
