package org.gridclear.screening;

import org.gridclear.network.OperatingPoint;
import org.gridclear.powerflow.AcPowerFlow;
import org.gridclear.powerflow.AcSolution;
import org.gridclear.powerflow.PowerFlowModel;
import org.gridclear.scenario.resolved.PowerFlowOptions;
import org.gridclear.scenario.resolved.PowerFlowOptions.Sharing;
import org.gridclear.scenario.resolved.ScreeningOptions;
import org.gridclear.screening.Imbalances.MakeUp;

/**
 * An outage by a power flow of its own: Newton's method from the voltages of the base case, with a
 * Jacobian of the network as it is then. For outages that the fast way does not take: many
 * positions touched, the reference lost, no convergence.
 */
final class RefactoredOutage {
  private RefactoredOutage() {}

  static AcSolution solve(
      AcBase base,
      OutageEffect effect,
      MakeUp makeUp,
      Imbalances imbalances,
      ScreeningOptions options) {
    double[][] shares = makeUp.scale() == 0 ? null : imbalances.shares(makeUp.island());
    OperatingPoint point = base.model.point();
    boolean[] branchOn = base.model.branchOn().clone();
    boolean[] generatorOn = point.generatorOn().clone();
    double[] loadMw = point.loadMw().clone();
    double[] loadMvar = point.loadMvar().clone();
    for (int l : effect.open()) {
      branchOn[l] = false;
    }
    for (int l : effect.cut()) {
      branchOn[l] = false;
    }
    for (int g : effect.generators()) {
      generatorOn[g] = false;
    }
    boolean[] lost = new boolean[base.model.size()];
    for (int k : effect.lost()) {
      lost[k] = true;
    }
    var index = base.model.structure().index();
    var network = index.network();
    for (int g = 0; g < generatorOn.length; g++) {
      generatorOn[g] &= !lost[position(base, network.generators().get(g).bus())];
    }
    for (int d = 0; d < loadMw.length; d++) {
      boolean gone = lost[position(base, network.loads().get(d).bus())];
      loadMw[d] = gone ? 0 : loadMw[d];
      loadMvar[d] = gone ? 0 : loadMvar[d];
    }
    PowerFlowModel model =
        new PowerFlowModel(
            base.model.structure(),
            new OperatingPoint(
                point.name(), branchOn, generatorOn, point.generatorMw(), loadMw, loadMvar));
    PowerFlowOptions flow =
        new PowerFlowOptions(
            PowerFlowOptions.Start.FILE,
            options.reactiveLimits(),
            Sharing.REFERENCE,
            Math.min(options.tolerancePu(), 1e-6));
    return AcPowerFlow.solveFrom(
        model,
        flow,
        base.solution.e(),
        base.solution.f(),
        extra(base, effect, makeUp, shares, lost),
        base.solution.reactiveSide());
  }

  /** What the base case added to the schedules, and what the outage adds. */
  private static double[] extra(
      AcBase base, OutageEffect effect, MakeUp makeUp, double[][] shares, boolean[] lost) {
    double[] extra = new double[lost.length];
    for (int k = 0; k < extra.length; k++) {
      double share = makeUp.scale() == 0 ? 0 : shares[makeUp.up() ? 0 : 1][k];
      double added = base.solution.activeSpec()[k] - base.model.activePu(k);
      extra[k] = lost[k] ? 0 : added + makeUp.scale() * share;
    }
    var generators = base.model.structure().index().network().generators();
    for (int m = 0; m < effect.generators().length; m++) {
      int k = position(base, generators.get(effect.generators()[m]).bus());
      extra[k] -= makeUp.scale() * makeUp.unitShare()[m];
    }
    return extra;
  }

  private static int position(AcBase base, String bus) {
    return base.model.position(base.model.structure().index().bus(bus));
  }
}
