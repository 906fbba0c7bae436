package org.gridclear.worker.ignite;

import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.lang.IgnitePredicate;

/** Nodes that hold data and do work. */
public final class WorkerFilter implements IgnitePredicate<ClusterNode> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean apply(ClusterNode node) {
    String role = node.attribute(MemberFacts.ROLE);
    return role != null && !role.equals(GridNodeOptions.Role.COORDINATOR.name());
  }
}
