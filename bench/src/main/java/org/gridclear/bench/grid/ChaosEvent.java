package org.gridclear.bench.grid;

/** What happens to a grid, each as often among a hundred as its number says. */
enum ChaosEvent {
  SUBMIT(19),
  KILL_CHILD(26),
  KILL_NODE(8),
  KILL_COORDINATOR(8),
  FREEZE_NODE(3),
  DRAIN_NODE(5),
  KILL_NODE_RESOLVING(6),
  KILL_COORDINATOR_RESOLVING(6),
  KILL_COORDINATOR_AGGREGATING(4),
  KILL_NODE_IN_CLOSE(4),
  KILL_NODE_IN_CORRECTION(3),
  KILL_NODE_IN_BACKUP(4),
  KILL_CLOSE_IN_SWAP(3),
  SITE_LOST(1);

  private final int share;

  ChaosEvent(int share) {
    this.share = share;
  }

  /** The event of a number from 0 to 99. */
  static ChaosEvent at(int draw) {
    int from = 0;
    for (ChaosEvent event : values()) {
      from += event.share;
      if (draw < from) {
        return event;
      }
    }
    return SUBMIT;
  }
}
