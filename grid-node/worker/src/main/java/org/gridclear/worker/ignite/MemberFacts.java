package org.gridclear.worker.ignite;

import org.apache.ignite.Ignite;
import org.apache.ignite.events.EventType;

/** What members of the cluster tell of themselves, and the events with which they come and go. */
public final class MemberFacts {
  /** Attribute with the {@link GridNodeOptions.Role} of a node. */
  public static final String ROLE = "gridclear.role";

  /** Attribute with the name of the grid that a node is of. */
  public static final String GRID = "gridclear.grid";

  /** Attribute with the name of a node. */
  public static final String NAME = "gridclear.name";

  /** Attribute with the number of work units that a node does at a time. */
  public static final String SLOTS = "gridclear.slots";

  /** Attribute that says whether a node keeps its data on disk. */
  public static final String DURABLE = "gridclear.durable";

  /** Executor on which kernels run, apart from Ignite's own threads. */
  public static final String SOLVE_EXECUTOR = "solve";

  private static final int[] MEMBER_EVENTS = {
    EventType.EVT_NODE_JOINED, EventType.EVT_NODE_LEFT, EventType.EVT_NODE_FAILED
  };

  static final String RETAIN_DAYS = "gridclear.retain-days";

  /** Attribute of a node: ids of the keys that its data are encrypted with. */
  static final String DATA_KEYS = "gridclear.data-keys";

  private MemberFacts() {}

  /** Types of the events that members join, leave and fail with. */
  public static int[] memberEvents() {
    return MEMBER_EVENTS.clone();
  }

  static int retainDays(Ignite ignite) {
    return ignite.cluster().localNode().<Integer>attribute(RETAIN_DAYS);
  }
}
