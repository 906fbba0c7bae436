package org.gridclear.market.workflow;

import java.time.Clock;
import java.time.Instant;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.StoredInstance;
import org.gridclear.market.workflow.book.WorkflowNode;

/**
 * What a task is told.
 *
 * @param instance the instance, with its trading date, cycle and start
 * @param node the node
 * @param attempt which try, from 1
 * @param by who lets it run by hand, else the name of the coordinator
 * @param token rises with every take of the node
 * @param clock the time
 * @param held throws {@link LostRunException} if another coordinator has the node
 */
public record TaskContext(
    StoredInstance instance,
    WorkflowNode node,
    int attempt,
    String by,
    long token,
    Clock clock,
    Runnable held) {
  /** Which instance. */
  public InstanceKey key() {
    return instance.key();
  }

  /** When the instance was to start. */
  public Instant startsAt() {
    return instance.startsAt();
  }

  /**
   * To be called before anything is kept for good.
   *
   * @throws LostRunException if another coordinator has the node by now
   */
  public void requireHeld() {
    held.run();
  }
}
