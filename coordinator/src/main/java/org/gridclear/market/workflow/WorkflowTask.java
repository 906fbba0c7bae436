package org.gridclear.market.workflow;

/** What a node does. It is bound to a name by who runs workflows. */
@FunctionalInterface
public interface WorkflowTask {
  /**
   * Does it. It may be done again after its process died in the middle: what it keeps has to be the
   * same then, or to be guarded by {@link TaskContext#requireHeld}.
   *
   * @return how it ended
   * @throws Exception it failed; the message is kept as the reason
   */
  TaskOutcome run(TaskContext context) throws Exception;
}
