package org.gridclear.security.powerflow;

import org.gridclear.numerics.AcPoint;

/** Takes a solved power flow to where sensitivities are computed. */
public final class AcSensitivities {
  private AcSensitivities() {}

  /** The operating point of a solution. */
  public static AcPoint point(PowerFlowModel model, AcSolution solution) {
    boolean[] angleFixed = new boolean[model.size()];
    for (int k = 0; k < angleFixed.length; k++) {
      angleFixed[k] = model.angleFixed(k);
    }
    NetworkStructure structure = model.structure();
    return new AcPoint(
        structure.incidence(),
        structure.admittances(),
        model.admittanceMatrix(),
        solution.e(),
        solution.f(),
        angleFixed,
        solution.voltageFixed());
  }
}
