package org.gridclear.market.workflow;

/**
 * How a try of a node ended.
 *
 * @param done whether it is done
 * @param message what was done, or why it failed
 */
public record TaskOutcome(boolean done, String message) {
  /** Done. */
  public static TaskOutcome done(String message) {
    return new TaskOutcome(true, message);
  }

  /** Failed; it is tried again as often as the node may be. */
  public static TaskOutcome failed(String message) {
    return new TaskOutcome(false, message);
  }
}
