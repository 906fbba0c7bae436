package org.gridclear.worker.ignite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.events.DiscoveryEvent;
import org.apache.ignite.events.EventType;
import org.apache.ignite.lang.IgnitePredicate;
import org.apache.ignite.spi.discovery.tcp.internal.TcpDiscoveryNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a node's {@link Majority} who comes and goes, and looks for those that are missing. */
final class QuorumGuard {
  /** So long a process that was started again has to join this side. */
  private static final long JOINING_NANOS = 15_000_000_000L;

  private static final int REACH_MILLIS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(QuorumGuard.class);

  private final Majority majority = new Majority();
  private final Map<String, Long> answeringSince = new HashMap<>();
  private final UUID own;

  QuorumGuard(Ignite ignite) {
    own = ignite.cluster().localNode().id();
    IgnitePredicate<DiscoveryEvent> listener =
        event -> {
          changed(event);
          return true;
        };
    ignite.events().localListen(listener, MemberFacts.memberEvents());
    synchronized (this) {
      ignite.cluster().nodes().forEach(node -> majority.joined(member(node), System.nanoTime()));
    }
  }

  private static Majority.Member member(ClusterNode node) {
    Set<String> addresses =
        node instanceof TcpDiscoveryNode tcp
            ? tcp.socketAddresses().stream().map(QuorumGuard::text).collect(Collectors.toSet())
            : Set.of();
    return new Majority.Member(
        node.id(), node.attribute(MemberFacts.NAME), node.order(), addresses);
  }

  private static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private synchronized void changed(DiscoveryEvent event) {
    ClusterNode node = event.eventNode();
    String name = node.attribute(MemberFacts.NAME);
    long now = System.nanoTime();
    switch (event.type()) {
      case EventType.EVT_NODE_JOINED -> {
        LOG.info("node={} joined the grid", name);
        majority.joined(member(node), now);
      }
      case EventType.EVT_NODE_LEFT -> {
        LOG.info("node={} left the grid", name);
        majority.left(node.id(), now);
      }
      default -> {
        LOG.info("node={} was lost", name);
        majority.lost(node.id(), now);
      }
    }
  }

  /** Whether this side refuses work. */
  synchronized boolean refusing() {
    return majority.refusing();
  }

  /** Goes on without those that failed, because an operator says so. */
  synchronized void accept() {
    majority.accept();
  }

  /**
   * Addresses of members of the other side that answer again, {@code host:port}, and have done so
   * for a while: a process that was started again joins this side within it.
   */
  List<String> reachable() {
    Set<String> missing = new TreeSet<>();
    synchronized (this) {
      majority.missing().stream()
          .filter(member -> !member.id().equals(own))
          .forEach(member -> missing.addAll(member.addresses()));
    }
    long now = System.nanoTime();
    answeringSince.keySet().retainAll(missing);
    for (String address : missing) {
      if (answers(address)) {
        answeringSince.putIfAbsent(address, now);
      } else {
        answeringSince.remove(address);
      }
    }
    return missing.stream()
        .filter(address -> now - answeringSince.getOrDefault(address, now) >= JOINING_NANOS)
        .toList();
  }

  private static boolean answers(String address) {
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
          REACH_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
