package org.gridclear.clearing.constraint;

import java.util.ArrayList;
import java.util.List;

/**
 * Binaries that let power flow one way, of storage and HVDC lines, or a set point change, with the
 * power that each lets flow. They are no statuses: where nothing flows, the next MWh may flow
 * either way.
 */
public final class OpenedWays {
  private final List<Way> ways = new ArrayList<>();
  private final List<Way> changes = new ArrayList<>();

  /**
   * A binary and the power that it lets flow, or by which a set point rises.
   *
   * @param column the binary
   * @param columns columns of the power
   * @param signs 1 or -1 for each of them
   * @param constantMw added to them, in MW
   */
  public record Way(int column, int[] columns, int[] signs, double constantMw) {
    /** The power at a point, in MW; of either sign. */
    public double mw(double[] x) {
      double mw = constantMw;
      for (int i = 0; i < columns.length; i++) {
        mw += signs[i] * x[columns[i]];
      }
      return mw;
    }
  }

  /** A way for power that may be as small as it likes. */
  void way(int column, int... columns) {
    int[] signs = new int[columns.length];
    java.util.Arrays.fill(signs, 1);
    ways.add(new Way(column, columns, signs, 0));
  }

  void change(Way change) {
    changes.add(change);
  }

  /** Ways of storage and HVDC lines. */
  public List<Way> ways() {
    return ways;
  }

  /** Changes of set points. */
  public List<Way> changes() {
    return changes;
  }
}
