package org.gridclear.market.workflow.book;

import java.util.List;
import java.util.Optional;

/**
 * A node of a workflow.
 *
 * @param id of the node, once in its workflow
 * @param task name of what is done
 * @param trigger what it waits for
 * @param due when it is to be done
 * @param limits how often and how long it is tried
 * @param onFailure what becomes of it then
 */
public record WorkflowNode(
    String id,
    String task,
    Trigger trigger,
    Optional<When> due,
    Limits limits,
    OnFailure onFailure) {
  /** The task of a node that is only somebody's word: no program is behind it. */
  public static final String HAND = "hand";

  /**
   * How often and how long a node is tried.
   *
   * @param retries how often again after a failure
   * @param pauseSeconds how long after it
   * @param timeoutSeconds how long a try may take; 0 for as long as it takes
   */
  public record Limits(int retries, int pauseSeconds, int timeoutSeconds) {}

  /**
   * What becomes of a node that failed as often as it may.
   *
   * @param action which
   * @param groups who is to decide, where somebody is, and who is told that it is late
   */
  public record OnFailure(Action action, List<String> groups) {
    public OnFailure {
      groups = List.copyOf(groups);
    }
  }

  /** What becomes of what failed. */
  public enum Action {
    /** The instance stops. */
    STOP,
    /** It is left out, and what comes after it goes on. */
    SKIP,
    /** Somebody decides: again, or left out. */
    ESCALATE
  }

  /** Whether somebody has to let it run. */
  public boolean isByHand() {
    return !trigger.byHand().isEmpty();
  }
}
