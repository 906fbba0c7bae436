package org.gridclear.market.store.workflow;

import java.time.Instant;
import java.util.Optional;

/**
 * A node of an instance.
 *
 * @param id of the node
 * @param place its place in the workflow, from 0
 * @param state how it stands
 * @param attempt how often it was taken
 * @param times before when it is not taken, and when it is due
 * @param overdue whether it was said that it is late
 * @param releasedBy who lets it run by hand; "" for nobody
 * @param hold who runs it
 */
public record StoredNode(
    String id,
    int place,
    NodeState state,
    int attempt,
    Times times,
    boolean overdue,
    String releasedBy,
    Hold hold) {
  /**
   * Times of a node.
   *
   * @param notBefore before when it is not taken again; empty for no wait
   * @param dueAt when it is due; empty for never
   */
  public record Times(Optional<Instant> notBefore, Optional<Instant> dueAt) {}

  /**
   * Who runs a node.
   *
   * @param holder name of the coordinator; "" for none
   * @param token rises with every take
   * @param beat rises while the holder lives
   */
  public record Hold(String holder, long token, long beat) {
    /** Nobody yet. */
    public static final Hold NONE = new Hold("", 0, 0);

    /** The next take. */
    public Hold by(String next) {
      return new Hold(next, token + 1, 0);
    }
  }

  /** In another state. */
  public StoredNode in(NodeState next) {
    return new StoredNode(id, place, next, attempt, times, overdue, releasedBy, hold);
  }

  /** Late. */
  public StoredNode late() {
    return new StoredNode(id, place, state, attempt, times, true, releasedBy, hold);
  }

  /** Taken by a coordinator, or by nobody where it is "". */
  public StoredNode heldBy(String holder) {
    return new StoredNode(id, place, state, attempt, times, overdue, releasedBy, hold.by(holder));
  }

  /** With another count of attempts, not to be taken before a time. */
  public StoredNode after(int attempts, Optional<Instant> notBefore) {
    return new StoredNode(
        id, place, state, attempts, new Times(notBefore, times.dueAt()), overdue, releasedBy, hold);
  }

  /** Let run by somebody. */
  public StoredNode releasedBy(String by) {
    return new StoredNode(id, place, state, attempt, times, overdue, by, hold);
  }
}
