package org.gridclear.security.result;

import org.gridclear.security.powerflow.AcSolution;
import org.gridclear.security.powerflow.PowerFlowModel;

/**
 * What a branch carries at its more loaded end, in the direction of the branch.
 *
 * @param activeMw active power, in MW
 * @param reactiveMvar reactive power, in MVAr
 */
public record BranchPower(double activeMw, double reactiveMvar) {
  /** Power of a branch at a solution. */
  public static BranchPower of(PowerFlowModel model, AcSolution solution, int l, double baseMva) {
    int i = model.from(l);
    int j = model.to(l);
    double[] e = solution.e();
    double[] f = solution.f();
    double[] power = new double[4];
    model.structure().admittances().power(l, e[i], f[i], e[j], f[j], power);
    boolean sending = Math.hypot(power[0], power[1]) >= Math.hypot(power[2], power[3]);
    return sending
        ? new BranchPower(power[0] * baseMva, power[1] * baseMva)
        : new BranchPower(-power[2] * baseMva, -power[3] * baseMva);
  }

  /** Apparent power in MVA. */
  public double apparentMva() {
    return Math.hypot(activeMw, reactiveMvar);
  }
}
