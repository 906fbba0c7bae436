package org.gridclear.security.screening;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gridclear.numerics.AdmittanceMatrix;
import org.gridclear.numerics.BlockLuFactor;
import org.gridclear.numerics.Jacobian;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.AcPowerFlow;
import org.gridclear.security.powerflow.AcSolution;
import org.gridclear.security.powerflow.PowerFlowModel;

/**
 * The solved AC base case with the factors of its Jacobian, which serve all outages. Arrays are by
 * position and not to be changed.
 */
final class AcBase {
  final PowerFlowModel model;
  final AcSolution solution;
  final AdmittanceMatrix y;
  final BlockLuFactor factor;
  final boolean[] angleFixed;
  final boolean[] voltageFixed;
  final double[] reactiveSpec;
  final SolvedUnits units;

  /** Positions that may hold their voltage or let it go, and by position its number; else -1. */
  final int[] regulated;

  final int[] slot;
  final JacobianRows rows;

  /**
   * Solves the base case.
   *
   * @throws ArithmeticException if it does not converge
   */
  AcBase(PowerFlowModel model, ScreeningOptions options) {
    this.model = model;
    this.solution = AcPowerFlow.solve(model, options.base());
    if (!solution.converged()) {
      String bus = model.structure().index().network().buses().get(solution.mismatchBus()).id();
      throw new ArithmeticException(
          "The base case has no AC solution: %s Mismatch left %.3g p.u. at bus %s."
              .formatted(solution.text(), solution.mismatchPu(), bus));
    }
    y = model.admittanceMatrix();
    factor = new BlockLuFactor(model.structure().symbolic());
    angleFixed = new boolean[model.size()];
    voltageFixed = solution.voltageFixed();
    reactiveSpec = new double[model.size()];
    for (int k = 0; k < angleFixed.length; k++) {
      angleFixed[k] = model.angleFixed(k);
      int side = solution.reactiveSide()[k];
      double limit = side > 0 ? model.reactiveMaxPu(k) : model.reactiveMinPu(k);
      reactiveSpec[k] = model.reactivePu(k) + (side == 0 ? 0 : limit);
    }
    regulated =
        IntStream.range(0, model.size())
            .filter(k -> model.alive(k) && model.regulating(k) && !model.isReference(k))
            .toArray();
    slot = new int[model.size()];
    Arrays.fill(slot, -1);
    for (int m = 0; m < regulated.length; m++) {
      slot[regulated[m]] = m;
    }
    rows = new JacobianRows(this);
    units = units(options);
    Jacobian.factor(y, solution.e(), solution.f(), angleFixed, voltageFixed, factor);
  }

  /** What the references really give is known from the solution alone. */
  private SolvedUnits units(ScreeningOptions options) {
    double[] active = new double[model.size()];
    double[] reactive = new double[model.size()];
    y.power(solution.e(), solution.f(), active, reactive);
    double[] net = solution.activeSpec().clone();
    double[] shared = new double[net.length];
    for (int k = 0; k < net.length; k++) {
      net[k] = model.isReference(k) ? active[k] : net[k];
      shared[k] = net[k] - model.activePu(k);
    }
    return new SolvedUnits(model, options.baseSharing(), shared, net);
  }

  /** Voltage magnitude at a position. */
  double magnitude(int k) {
    return Math.hypot(solution.e()[k], solution.f()[k]);
  }

  /** Apparent power of a branch at its more loaded end, in p.u. */
  double apparentPu(int l, double[] power) {
    branchPower(l, power);
    return Math.max(Math.hypot(power[0], power[1]), Math.hypot(power[2], power[3]));
  }

  /** P and Q into a branch at both ends, in p.u.; 0 where it carries nothing. */
  void branchPower(int l, double[] power) {
    if (!model.branchOn()[l]) {
      Arrays.fill(power, 0);
      return;
    }
    int i = model.from(l);
    int j = model.to(l);
    double[] e = solution.e();
    double[] f = solution.f();
    model.structure().admittances().power(l, e[i], f[i], e[j], f[j], power);
  }
}
