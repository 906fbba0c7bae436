package org.gridclear.run.dispatch;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;

/** Port to the nodes of the grid. */
public interface WorkDispatcher {
  /** Units on their way; the stage fails with {@link NodeLostException} if their node goes. */
  interface Dispatched {
    /** The node's answers, in the order of the units. */
    CompletionStage<List<Receipt>> receipts();

    /** Asks the node to stop. */
    void cancel();
  }

  /** The nodes that do work now. */
  List<WorkerNode> workers();

  /** Calls {@code listener} whenever a node joins or leaves; closing the result ends that. */
  AutoCloseable onWorkersChanged(Runnable listener);

  /** Sends units of a run to a node, which does them one after the other. */
  Dispatched dispatch(WorkerNode node, String runId, List<WorkUnit> units);
}
