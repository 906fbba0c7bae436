package org.gridclear.worker.ignite;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.plugin.PluginValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the clock of a node that joins with that of the oldest member. Nothing in a run depends
 * on it, but retention does: a node that is days ahead would drop what others still need. Seconds
 * that the node waited for its grid count as a difference, so small ones are only reported.
 */
final class ClockCheck extends JoinCheck {
  /** Attribute with the clock of a node when it was started, in milliseconds. */
  static final String CLOCK_MILLIS = "gridclear.clock-millis";

  private static final Duration REPORTED = Duration.ofMinutes(2);
  private static final Duration REFUSED = Duration.ofHours(6);
  private static final String REFUSAL = " cannot join: its clock";
  private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

  @Override
  public void validateNewNode(ClusterNode node) {
    long joining = node.<Long>attribute(CLOCK_MILLIS);
    Duration ahead = Duration.ofMillis(joining - System.currentTimeMillis());
    if (ahead.abs().compareTo(REPORTED) < 0) {
      return;
    }
    String name = node.attribute(MemberFacts.NAME);
    String difference =
        "is %d minutes %s this grid's"
            .formatted(ahead.abs().toMinutes(), ahead.isNegative() ? "behind" : "ahead of");
    LOG.warn("node={} joins with a clock that {}", name, difference);
    if (ahead.abs().compareTo(REFUSED) > 0) {
      String text =
          "Node %s%s %s. Set the clock and start it again.".formatted(name, REFUSAL, difference);
      throw new PluginValidationException(text, text, node.id());
    }
  }

  /** Starts a node; if another's check refused it, in the words of that check. */
  static Ignite heard(Supplier<Ignite> start) {
    try {
      return start.get();
    } catch (IgniteException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (String.valueOf(cause.getMessage()).contains(REFUSAL)) {
          throw new IllegalArgumentException(cause.getMessage(), e);
        }
      }
      throw e;
    }
  }

  @Override
  public String name() {
    return "GridClear clock check";
  }
}
