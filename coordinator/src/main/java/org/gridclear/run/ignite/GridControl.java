package org.gridclear.run.ignite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterGroup;
import org.apache.ignite.cluster.ClusterMetrics;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.cluster.ClusterState;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.MemberFacts;
import org.gridclear.worker.ignite.NodeRequest;

/** What an operator asks a grid to do with its members and data. */
public final class GridControl implements GridMembers {
  private static final int MB_BITS = 20;
  private static final long HEARD_NANOS_MAX = 10_000_000_000L;

  private final Ignite ignite;

  /** Controls the grid that a node is a member of. */
  public GridControl(GridNode node) {
    this.ignite = node.ignite();
  }

  /**
   * A member of the grid.
   *
   * @param id what the grid calls it
   * @param name what people call it
   * @param role what it does
   * @param slots units that it does at a time
   * @param addresses where it listens
   * @param durable whether it keeps its data on disk
   */
  public record Member(
      String id, String name, String role, int slots, List<String> addresses, boolean durable) {}

  /** The members, oldest first, without the one that asks. */
  public List<Member> members() {
    List<ClusterNode> nodes = new ArrayList<>(ignite.cluster().forRemotes().nodes());
    nodes.sort(Comparator.comparingLong(ClusterNode::order));
    return nodes.stream()
        .map(
            member ->
                new Member(
                    member.id().toString(),
                    member.attribute(MemberFacts.NAME),
                    member.attribute(MemberFacts.ROLE),
                    member.<Integer>attribute(MemberFacts.SLOTS),
                    List.copyOf(member.addresses()),
                    member.<Boolean>attribute(MemberFacts.DURABLE)))
        .toList();
  }

  @Override
  public List<Load> loads() {
    List<ClusterNode> nodes = new ArrayList<>(ignite.cluster().nodes());
    nodes.sort(Comparator.comparingLong(ClusterNode::order));
    return nodes.stream().map(GridControl::load).toList();
  }

  private static Load load(ClusterNode member) {
    ClusterMetrics said = member.metrics();
    double cpu = said.getCurrentCpuLoad();
    return new Load(
        member.id().toString(),
        member.attribute(MemberFacts.NAME),
        member.attribute(MemberFacts.ROLE),
        member.<Integer>attribute(MemberFacts.SLOTS),
        List.copyOf(member.addresses()),
        member.<Boolean>attribute(MemberFacts.DURABLE),
        said.getHeapMemoryUsed() >> MB_BITS,
        said.getHeapMemoryMaximum() >> MB_BITS,
        cpu < 0 ? null : cpu,
        Duration.ofMillis(said.getUpTime()).toSeconds());
  }

  /** Whether the grid takes work: its members that keep data on disk are all back. */
  public boolean active() {
    return ignite.cluster().state() == ClusterState.ACTIVE;
  }

  /** Caches with lost partitions. */
  public List<String> lost() {
    return GridCaches.lost(ignite);
  }

  /**
   * Asks the nodes of this name to take no more work and to stop when they are idle and their data
   * have backups.
   *
   * @throws IllegalArgumentException if there is none
   * @throws IllegalStateException if one does not hear
   */
  @Override
  public void drain(String name) {
    List<Member> named = members().stream().filter(member -> member.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no node %s in the grid; there are %s."
              .formatted(name, members().stream().map(Member::name).toList()));
    }
    for (Member member : named) {
      ask(ignite.cluster().forNodeId(UUID.fromString(member.id())), NodeRequest.Kind.DRAIN);
    }
  }

  /** Asks until the nodes have heard: one that is just starting does not yet. */
  private void ask(ClusterGroup nodes, NodeRequest.Kind kind) {
    long until = System.nanoTime() + HEARD_NANOS_MAX;
    while (!ignite.compute(nodes).broadcast(new NodeRequest(kind)).stream().allMatch(h -> h)) {
      if (System.nanoTime() - until > 0) {
        throw new IllegalStateException("A node did not hear: " + nodes.nodes());
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Goes on without data that were lost; the order of the runs that are left is built anew. */
  public void resetLost() {
    ignite.resetLostPartitions(ignite.cacheNames());
    if (active() && ignite.cacheNames().contains(GridCaches.RUNS)) {
      IgniteRunRegistry.index(ignite).rebuild();
    }
  }

  /** Goes on without members that are missing: a cut-off side, or a durable grid that waits. */
  @Override
  public void activate() {
    ask(ignite.cluster().forRemotes(), NodeRequest.Kind.ACCEPT);
    if (!active()) {
      ignite.cluster().state(ClusterState.ACTIVE);
      ignite.cluster().setBaselineTopology(ignite.cluster().topologyVersion());
    }
  }
}
