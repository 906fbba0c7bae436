package org.gridclear.numerics;

import org.gridclear.network.topology.Incidence;

/**
 * A solved AC operating point, by position in the elimination order.
 *
 * @param incidence the network
 * @param branches admittances of its branches
 * @param y bus admittance matrix of the branches in service
 * @param e real part of the voltages
 * @param f imaginary part
 * @param angleFixed references and dead buses
 * @param voltageFixed where the voltage magnitude is held
 */
public record AcPoint(
    Incidence incidence,
    BranchAdmittances branches,
    AdmittanceMatrix y,
    double[] e,
    double[] f,
    boolean[] angleFixed,
    boolean[] voltageFixed) {
  /** Position of a bus. */
  int position(int bus) {
    return y.symbolic().position(bus);
  }

  /** Voltage magnitude at a position. */
  double magnitude(int k) {
    return Math.hypot(e[k], f[k]);
  }
}
