package org.gridclear.security.input;

/**
 * How a power flow is solved.
 *
 * @param start where the voltages begin
 * @param reactiveLimits whether generators leave their voltage set point at a reactive limit
 * @param sharing who takes what does not balance
 * @param tolerancePu greatest mismatch of active or reactive power at any bus, in p.u. of the base
 */
public record PowerFlowOptions(
    Start start, boolean reactiveLimits, Sharing sharing, double tolerancePu) {
  /** Where the voltages begin. */
  public enum Start {
    /** At the voltages of the network file. */
    FILE,
    /** At 1 p.u. or the set point, all angles 0. */
    FLAT
  }

  /** Who takes what does not balance. */
  public enum Sharing {
    /** The reference bus of the island. */
    REFERENCE,
    /** All running generators, by the room that they have in the direction asked for. */
    HEADROOM,
    /** The generators with a participation factor in the network file. */
    LISTED
  }

  /** From the file's voltages, without reactive limits, mismatch to the reference bus. */
  public static final PowerFlowOptions DEFAULT =
      new PowerFlowOptions(Start.FILE, false, Sharing.REFERENCE, 1e-8);

  public PowerFlowOptions {
    if (!(tolerancePu >= 1e-10 && tolerancePu <= 1e-2)) {
      throw new IllegalArgumentException(
          "The tolerancePu (%s) must lie in 1e-10..1e-2.".formatted(tolerancePu));
    }
  }
}
