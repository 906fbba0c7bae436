package org.gridclear.run;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;

/** Port to the nodes of the grid. */
public interface WorkDispatcher {
  /** A unit on its way; the stage fails with {@link NodeLostException} if its node goes. */
  interface Dispatched {
    /** The node's answer. */
    CompletionStage<Receipt> receipt();

    /** Asks the node to stop. */
    void cancel();
  }

  /** The nodes that do work now. */
  List<WorkerNode> workers();

  /** Calls {@code listener} whenever a node joins or leaves; closing the result ends that. */
  AutoCloseable onWorkersChanged(Runnable listener);

  /** Sends a unit to a node. */
  Dispatched dispatch(WorkerNode node, WorkUnit unit);
}
