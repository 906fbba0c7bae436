package org.gridclear.security.powerflow;

/**
 * Where an AC power flow ended. Arrays are by position and not to be changed.
 *
 * @param converged whether every mismatch is within the tolerance
 * @param mismatchPu greatest mismatch left, active or reactive
 * @param mismatchBus bus (network numbering) with that mismatch
 * @param iterations linear solves with the Jacobian
 * @param factorisations factorisations of the Jacobian
 * @param e real part of the voltages in p.u.; 0 where there is none
 * @param f imaginary part
 * @param voltageFixed where the voltage magnitude is held at its set point
 * @param reactiveSide 1 where generators gave up their set point at the upper reactive limit, -1 at
 *     the lower one, else 0
 * @param activeSpec active injection asked for, with what the sharing added
 * @param missingPu what the units lack where imbalances are shared by room, in all islands;
 *     negative if it is a surplus
 * @param text what went wrong, or what must be said of the solution; "" if nothing
 */
public record AcSolution(
    boolean converged,
    double mismatchPu,
    int mismatchBus,
    int iterations,
    int factorisations,
    double[] e,
    double[] f,
    boolean[] voltageFixed,
    int[] reactiveSide,
    double[] activeSpec,
    double missingPu,
    String text) {

  /** Whether a plant stays at a reactive limit though its voltage is on the good side of it. */
  public boolean keepsAtLimits() {
    return converged && !text.isEmpty();
  }
}
