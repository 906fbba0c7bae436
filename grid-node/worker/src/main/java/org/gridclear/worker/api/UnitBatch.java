package org.gridclear.worker.api;

import java.util.List;
import org.gridclear.work.WorkUnit;

/**
 * Units that go to a node in one message. Long units go alone; short ones together, so that the way
 * costs little.
 *
 * @param runId run that they belong to
 * @param units in the order in which they are done
 */
public record UnitBatch(String runId, List<WorkUnit> units) {
  public UnitBatch {
    units = List.copyOf(units);
  }

  /**
   * The node's answer.
   *
   * @param receipts one per unit, in the same order
   */
  public record Receipts(List<Receipt> receipts) {
    public Receipts {
      receipts = List.copyOf(receipts);
    }
  }
}
