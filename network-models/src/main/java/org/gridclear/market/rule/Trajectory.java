package org.gridclear.market.rule;

import java.util.Collections;
import java.util.List;

/**
 * Fixed output while a unit starts up and shuts down (B-06): one value per period from the start
 * on, and one per period up to the stop. The unit is committed but not dispatchable then.
 *
 * @param unit id of a thermal unit
 * @param inEffect whether it counts
 * @param startMw output in the first periods after a start, in MW
 * @param stopMw output in the last periods before a stop, in MW
 */
public record Trajectory(String unit, boolean inEffect, List<Double> startMw, List<Double> stopMw) {
  public Trajectory {
    startMw = List.copyOf(startMw);
    stopMw = List.copyOf(stopMw);
  }

  /** The same in or out of effect. */
  public Trajectory switched(boolean on) {
    return new Trajectory(unit, on, startMw, stopMw);
  }

  /** The same curves on a grid of so many times more periods. */
  public Trajectory finer(int times) {
    return new Trajectory(unit, inEffect, repeated(startMw, times), repeated(stopMw, times));
  }

  private static List<Double> repeated(List<Double> curve, int times) {
    return curve.stream().flatMap(mw -> Collections.nCopies(times, mw).stream()).toList();
  }
}
