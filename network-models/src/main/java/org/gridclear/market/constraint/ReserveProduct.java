package org.gridclear.market.constraint;

/**
 * A product of the ancillary market (G-01, G-14).
 *
 * @param id name by which offers and requirements refer to it
 * @param kind spinning, regulation or non-spinning
 * @param direction up or down
 * @param minutes within which it is to be delivered: the ramp of a unit over this time limits what
 *     it gives; 0 for the ramp of the period
 */
public record ReserveProduct(String id, Kind kind, Direction direction, double minutes) {
  /** Spinning reserve upwards, within the ramp of a period. */
  public static ReserveProduct spinning(String id) {
    return new ReserveProduct(id, Kind.SPINNING, Direction.UP, 0);
  }

  /** The kinds of product. */
  public enum Kind {
    SPINNING,
    REGULATION,
    /** Given by units that are off. */
    NON_SPINNING
  }

  /** Which way output goes when it is called. */
  public enum Direction {
    UP,
    DOWN
  }
}
