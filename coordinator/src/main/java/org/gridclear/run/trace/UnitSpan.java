package org.gridclear.run.trace;

import org.jspecify.annotations.Nullable;

/**
 * A unit that was sent to a node. Times are seconds since the run began.
 *
 * @param unit its number in the plan
 * @param name the first case that it is
 * @param node where it went last
 * @param attempts how often it was sent
 * @param sentSeconds when it was sent last
 * @param answeredSeconds when it was answered; null while it is on the node
 * @param workedSeconds how long the node worked on it; 0 while it is on the node
 * @param failure why there is no outcome; "" if there is one or it is still open
 */
public record UnitSpan(
    int unit,
    String name,
    String node,
    int attempts,
    double sentSeconds,
    @Nullable Double answeredSeconds,
    double workedSeconds,
    String failure) {
  /** Whether a node has answered. */
  public boolean ended() {
    return answeredSeconds != null;
  }

  /** When the node began with it: what it worked before its answer, after it was sent. */
  public double beganSeconds() {
    return answeredSeconds == null
        ? sentSeconds
        : Math.max(sentSeconds, answeredSeconds - workedSeconds);
  }
}
