package org.gridclear.worker.ignite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.BaselineNode;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.cluster.ClusterState;

/**
 * Which nodes of a durable grid hold its data: a new one at once, so that every entry has its
 * backup; one that is gone no longer after a while, so that a restart moves nothing. Ignite's own
 * adjustment waits the same time for both. The oldest durable node decides.
 */
final class Baseline {
  /** Time after which a node that is gone is no longer waited for. */
  private static final long GONE_NANOS = 20_000_000_000L;

  private final Ignite ignite;
  private long goneSince;

  Baseline(Ignite ignite) {
    this.ignite = ignite;
  }

  void look() {
    Collection<BaselineNode> current = ignite.cluster().currentBaselineTopology();
    List<ClusterNode> present =
        ignite.cluster().nodes().stream()
            .filter(node -> Boolean.TRUE.equals(node.attribute(MemberFacts.DURABLE)))
            .sorted(Comparator.comparingLong(ClusterNode::order))
            .toList();
    if (current == null
        || ignite.cluster().state() != ClusterState.ACTIVE
        || !present.get(0).isLocal()) {
      return;
    }
    Set<Object> presentIds = ids(present);
    Set<Object> currentIds = ids(current);
    boolean gone = !presentIds.containsAll(currentIds);
    goneSince = !gone ? 0 : goneSince == 0 ? System.nanoTime() : goneSince;
    boolean drop = gone && System.nanoTime() - goneSince > GONE_NANOS;
    if (!drop && currentIds.containsAll(presentIds)) {
      return;
    }
    List<BaselineNode> next = new ArrayList<>(present);
    if (!drop) {
      current.stream().filter(node -> !presentIds.contains(node.consistentId())).forEach(next::add);
    }
    ignite.cluster().setBaselineTopology(next);
    goneSince = 0;
  }

  private static Set<Object> ids(Collection<? extends BaselineNode> nodes) {
    Set<Object> ids = new HashSet<>();
    nodes.forEach(node -> ids.add(node.consistentId()));
    return ids;
  }
}
