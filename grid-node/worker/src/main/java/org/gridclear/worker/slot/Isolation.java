package org.gridclear.worker.slot;

import org.gridclear.solver.Deadline;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.Receipt;

/** Where units with native code run, apart from the node. */
@FunctionalInterface
public interface Isolation {
  /**
   * Does a unit and stores its outcome.
   *
   * @param secondsMax CPU seconds that it may take
   * @return its receipt, with a failure that costs an attempt if the place came to harm
   */
  Receipt work(WorkUnit unit, double secondsMax, BlockStore store, Deadline cancelled);
}
