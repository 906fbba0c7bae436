package org.gridclear.clearing.model;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.solver.Terms;

/**
 * Binaries that let power flow one way, of storage and HVDC lines, let output lie in a zone, or a
 * set point change, with the power that each lets flow. They are no statuses: where nothing flows,
 * the next MWh may flow either way, and from the edge of two zones it may come from either.
 */
public final class OpenedWays {
  private final List<Way> ways = new ArrayList<>();
  private final List<Way> changes = new ArrayList<>();

  /**
   * A binary and the power that it lets flow, or by which a set point rises.
   *
   * @param column the binary
   * @param power columns of the power
   * @param constantMw added to them, in MW
   */
  public record Way(int column, Terms power, double constantMw) {
    /** The power at a point, in MW; of either sign. */
    public double mw(double[] x) {
      return constantMw + power.value(x);
    }
  }

  /** A way for power that may be as small as it likes. */
  public void way(int column, int... columns) {
    Terms power = new Terms();
    for (int each : columns) {
      power.add(each, 1);
    }
    ways.add(new Way(column, power, 0));
  }

  /** A zone of output, open where the output is {@code edgeMw} above its first breakpoint. */
  public void edge(int column, int above, double edgeMw) {
    ways.add(new Way(column, new Terms().add(above, 1), -edgeMw));
  }

  /** A change of a set point by a rise of {@code constantMw} and the power. */
  public void change(int column, Terms rise, double constantMw) {
    changes.add(new Way(column, rise, constantMw));
  }

  /** Ways of storage and HVDC lines, and zones at their edges. */
  public List<Way> ways() {
    return ways;
  }

  /** Changes of set points. */
  public List<Way> changes() {
    return changes;
  }
}
