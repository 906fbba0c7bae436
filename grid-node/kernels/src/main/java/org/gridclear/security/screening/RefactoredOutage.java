package org.gridclear.security.screening;

import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.AcPowerFlow;
import org.gridclear.security.powerflow.AcSolution;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.OutageEffect;
import org.gridclear.security.screening.ImbalanceSharing.MakeUp;
import org.gridclear.security.screening.ImbalanceSharing.Portion;

/**
 * The network as an outage leaves it, and its power flow: Newton's method from the voltages of the
 * base case, with a Jacobian of its own. For outages that the fast way does not take: many
 * positions touched, another reference, several islands, no convergence.
 */
final class RefactoredOutage {
  private final AcBase base;
  private final OutageEffect effect;
  private final boolean[] lost;
  private final PowerFlowModel model;

  private RefactoredOutage(AcBase base, OutageEffect effect) {
    this.base = base;
    this.effect = effect;
    this.lost = new boolean[base.model.size()];
    for (int k : effect.lost()) {
      lost[k] = true;
    }
    this.model = left();
  }

  /** The network that an outage leaves. */
  static RefactoredOutage of(AcBase base, OutageEffect effect) {
    return new RefactoredOutage(base, effect);
  }

  /** What is left, with the schedules and limits of the base case. */
  PowerFlowModel model() {
    return model;
  }

  private PowerFlowModel left() {
    OperatingPoint point = base.model.point();
    boolean[] branchOn = base.model.branchOn().clone();
    boolean[] generatorOn = point.generatorOn().clone();
    boolean[] hvdcOut = new boolean[base.model.hvdcOn().length];
    double[] loadMw = point.loadMw().clone();
    double[] loadMvar = point.loadMvar().clone();
    for (int l : effect.open()) {
      branchOn[l] = false;
    }
    for (int l : effect.cut()) {
      branchOn[l] = false;
    }
    for (int g = 0; g < generatorOn.length; g++) {
      generatorOn[g] &= !lost[base.units.position(g)];
    }
    for (int g : effect.generators()) {
      generatorOn[g] = false;
    }
    for (int h : effect.hvdcLines()) {
      hvdcOut[h] = true;
    }
    int[] loadBus = base.model.structure().loadBus();
    for (int d = 0; d < loadMw.length && effect.lost().length > 0; d++) {
      int k = base.model.position(loadBus[d]);
      loadMw[d] = lost[k] ? 0 : loadMw[d];
      loadMvar[d] = lost[k] ? 0 : loadMvar[d];
    }
    return new PowerFlowModel(
        base.model.structure(), point.with(branchOn, generatorOn, loadMw, loadMvar), hvdcOut);
  }

  /** Solves, with what was lost made up for. */
  AcSolution solve(MakeUp makeUp, ImbalanceSharing imbalances, ScreeningOptions options) {
    PowerFlowOptions flow =
        new PowerFlowOptions(
            PowerFlowOptions.Start.FILE,
            options.reactiveLimits(),
            Sharing.REFERENCE,
            Math.min(options.tolerancePu(), 1e-6));
    return AcPowerFlow.solveFrom(model, flow, base.solution, extra(makeUp, imbalances));
  }

  /** What the base case added to the schedules of those that are left, and what the outage adds. */
  private double[] extra(MakeUp makeUp, ImbalanceSharing imbalances) {
    double[] extra = new double[lost.length];
    for (int g = 0; g < base.units.count(); g++) {
      if (!effect.trips(g)) {
        extra[base.units.position(g)] += base.units.sharedPu(g);
      }
    }
    for (Portion portion : makeUp.portions()) {
      double[] share = imbalances.shares(portion.island())[portion.up() ? 0 : 1];
      for (int k = 0; k < extra.length; k++) {
        extra[k] += portion.scale() * share[k];
      }
    }
    for (int m = 0; m < effect.generators().length; m++) {
      int k = base.units.position(effect.generators()[m]);
      Portion portion = makeUp.of(base.model.island(k));
      extra[k] -= portion.scale() * makeUp.unitShare()[m];
    }
    for (int k : effect.lost()) {
      extra[k] = 0;
    }
    return extra;
  }
}
