package org.gridclear.run;

import java.time.Duration;

/**
 * What a coordinator takes on.
 *
 * @param runsMax runs under way in the grid
 * @param runsOfUserMax runs under way of one user
 * @param unitsMax units of one run
 * @param waitForNodes how long a submission waits for a first node
 */
public record RunLimits(int runsMax, int runsOfUserMax, int unitsMax, Duration waitForNodes) {
  /** Of commands: one user, who can wait for a node. */
  public static final RunLimits OF_COMMANDS =
      new RunLimits(64, 64, 200_000, Duration.ofSeconds(60));
}
