package org.gridclear.worker.ignite;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.events.DiscoveryEvent;
import org.apache.ignite.events.EventType;
import org.apache.ignite.lang.IgnitePredicate;
import org.apache.ignite.spi.discovery.tcp.internal.TcpDiscoveryNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this node is on the side that goes on after a split: the side with more than half of the
 * members of the last settled topology; with just half, the side of the oldest member. Members that
 * leave in order are no longer members; those that fail stay until the topology has settled.
 */
final class QuorumGuard {
  private static final long SETTLE_NANOS = 15_000_000_000L;
  private static final int REACH_MILLIS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(QuorumGuard.class);

  private final Ignite ignite;
  private final Map<UUID, ClusterNode> members = new LinkedHashMap<>();
  private final Set<UUID> failed = new HashSet<>();
  private long failedAt;
  private boolean refusing;

  QuorumGuard(Ignite ignite) {
    this.ignite = ignite;
    IgnitePredicate<DiscoveryEvent> listener =
        event -> {
          changed(event);
          return true;
        };
    ignite.events().localListen(listener, GridNode.memberEvents());
    synchronized (this) {
      ignite.cluster().nodes().forEach(node -> members.put(node.id(), node));
    }
  }

  private synchronized void changed(DiscoveryEvent event) {
    settle();
    ClusterNode node = event.eventNode();
    String name = node.attribute(GridNode.NAME);
    LOG.info("node={} {}", name, what(event.type()));
    switch (event.type()) {
      case EventType.EVT_NODE_JOINED -> {
        // A member that failed and was started again is not on another side.
        failed.removeIf(
            id -> {
              boolean same = name.equals(members.get(id).attribute(GridNode.NAME));
              if (same) {
                members.remove(id);
              }
              return same;
            });
        members.put(node.id(), node);
      }
      case EventType.EVT_NODE_LEFT -> {
        members.remove(node.id());
        failed.remove(node.id());
      }
      default -> {
        if (members.containsKey(node.id())) {
          failed.add(node.id());
          failedAt = System.nanoTime();
        }
      }
    }
    refusing = refusing || !holds();
  }

  private static String what(int event) {
    return switch (event) {
      case EventType.EVT_NODE_JOINED -> "joined the grid";
      case EventType.EVT_NODE_LEFT -> "left the grid";
      default -> "was lost";
    };
  }

  /** Forgets failed members once nothing has failed for a while. */
  private void settle() {
    if (!refusing && !failed.isEmpty() && System.nanoTime() - failedAt > SETTLE_NANOS) {
      members.keySet().removeAll(failed);
      failed.clear();
    }
  }

  private boolean holds() {
    return holds(
        members.values().stream().sorted(Comparator.comparingLong(ClusterNode::order)).toList(),
        failed);
  }

  private static boolean holds(List<ClusterNode> byAge, Set<UUID> failed) {
    int present = byAge.size() - failed.size();
    return 2 * present > byAge.size()
        || (2 * present == byAge.size() && !failed.contains(byAge.get(0).id()));
  }

  /** Whether this side refuses work. */
  synchronized boolean refusing() {
    return refusing;
  }

  /** Goes on without those that failed, because an operator says so. */
  synchronized void accept() {
    members.keySet().removeAll(failed);
    failed.clear();
    refusing = false;
  }

  /** Addresses of members of the other side that answer again, {@code host:port}. */
  List<String> reachable() {
    Collection<ClusterNode> others;
    synchronized (this) {
      others = failed.stream().map(members::get).toList();
    }
    List<String> addresses = new ArrayList<>();
    for (ClusterNode node : others) {
      if (node instanceof TcpDiscoveryNode tcp) {
        for (InetSocketAddress address : tcp.socketAddresses()) {
          if (!isOwn(address) && answers(address)) {
            addresses.add(address.getAddress().getHostAddress() + ":" + address.getPort());
          }
        }
      }
    }
    return addresses;
  }

  private boolean isOwn(InetSocketAddress address) {
    return ignite.cluster().localNode() instanceof TcpDiscoveryNode own
        && own.socketAddresses().contains(address);
  }

  private static boolean answers(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, REACH_MILLIS);
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
