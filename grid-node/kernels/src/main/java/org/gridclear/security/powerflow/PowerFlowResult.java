package org.gridclear.security.powerflow;

import org.gridclear.network.BusType;
import org.gridclear.security.input.PowerFlowOptions;

/**
 * A solved power flow in the numbering of the network's lists.
 *
 * @param converged whether it was solved; DC always is
 * @param mismatchPu greatest mismatch left
 * @param mismatchBus bus with that mismatch
 * @param iterations linear solves of AC, 0 in DC
 * @param text what went wrong, "" if nothing
 * @param voltagePu voltage magnitude of every bus; 1 in DC, 0 where a bus is dead
 * @param angleDeg voltage angle of every bus
 * @param injectionMw active power that every bus puts into the network
 * @param injectionMvar reactive power that it puts in; 0 in DC
 * @param reactiveSide 1 or -1 where generators stand at an upper or lower reactive limit
 * @param fromMw active power into every branch at its sending end
 * @param fromMvar reactive power at its sending end
 * @param toMw active power into it at its receiving end
 * @param toMvar reactive power at its receiving end
 * @param islands number of islands, isolated buses not counted
 * @param deadIslands number of islands without a source
 */
public record PowerFlowResult(
    boolean converged,
    double mismatchPu,
    int mismatchBus,
    int iterations,
    String text,
    double[] voltagePu,
    double[] angleDeg,
    double[] injectionMw,
    double[] injectionMvar,
    int[] reactiveSide,
    double[] fromMw,
    double[] fromMvar,
    double[] toMw,
    double[] toMvar,
    int islands,
    int deadIslands) {

  /** Solves the AC power flow. */
  public static PowerFlowResult ac(PowerFlowModel model, PowerFlowOptions options) {
    AcSolution solution = AcPowerFlow.solve(model, options);
    PowerFlowResult result =
        empty(
            model,
            solution.converged(),
            solution.mismatchPu(),
            solution.mismatchBus(),
            solution.iterations(),
            solution.text());
    double base = model.structure().index().network().baseMva();
    double[] power = new double[4];
    for (int k = 0; k < model.size(); k++) {
      int b = model.bus(k);
      result.voltagePu[b] = Math.hypot(solution.e()[k], solution.f()[k]);
      result.angleDeg[b] = Math.toDegrees(Math.atan2(solution.f()[k], solution.e()[k]));
      result.reactiveSide[b] = solution.reactiveSide()[k];
    }
    for (int l = 0; l < model.branchOn().length; l++) {
      int i = model.from(l);
      int j = model.to(l);
      if (model.branchOn()[l] && model.alive(i)) {
        model
            .structure()
            .admittances()
            .power(l, solution.e()[i], solution.f()[i], solution.e()[j], solution.f()[j], power);
        result.branch(model, l, power, base);
      }
    }
    result.shunts(model);
    return result;
  }

  /** Solves the DC power flow; without a solution the result has not converged and says why. */
  public static PowerFlowResult dc(PowerFlowModel model, PowerFlowOptions options) {
    DcPowerFlow flow;
    try {
      flow = new DcPowerFlow(model, options.sharing());
    } catch (ArithmeticException e) {
      int worst = 0;
      for (int k = 0; k < model.size(); k++) {
        worst = unserved(model, k) > unserved(model, worst) ? k : worst;
      }
      return empty(
          model,
          false,
          unserved(model, worst),
          model.bus(worst),
          0,
          String.valueOf(e.getMessage()));
    }
    PowerFlowResult result = empty(model, true, 0, 0, 0, "");
    double base = model.structure().index().network().baseMva();
    for (int k = 0; k < model.size(); k++) {
      result.voltagePu[model.bus(k)] = model.alive(k) ? 1 : 0;
      double reference = model.alive(k) ? model.fileAngleDeg(model.reference(model.island(k))) : 0;
      result.angleDeg[model.bus(k)] = reference + Math.toDegrees(flow.angle()[k]);
    }
    for (int l = 0; l < model.branchOn().length; l++) {
      double pu = flow.flowPu(l);
      result.branch(model, l, new double[] {pu, 0, -pu, 0}, base);
    }
    result.shunts(model);
    return result;
  }

  private static double unserved(PowerFlowModel model, int k) {
    return model.alive(k) ? Math.abs(model.activePu(k)) : 0;
  }

  private static PowerFlowResult empty(
      PowerFlowModel model,
      boolean converged,
      double mismatch,
      int bus,
      int iterations,
      String text) {
    int n = model.size();
    int m = model.branchOn().length;
    int dead = 0;
    for (int island = 0; island < model.islandCount(); island++) {
      dead += model.reference(island) < 0 ? 1 : 0;
    }
    int isolated =
        (int)
            model.structure().index().network().buses().stream()
                .filter(b -> b.type() == BusType.ISOLATED)
                .count();
    return new PowerFlowResult(
        converged,
        mismatch,
        bus,
        iterations,
        text,
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new int[n],
        new double[m],
        new double[m],
        new double[m],
        new double[m],
        model.islandCount() - isolated,
        dead - isolated);
  }

  private void branch(PowerFlowModel model, int l, double[] power, double base) {
    fromMw[l] = power[0] * base;
    fromMvar[l] = power[1] * base;
    toMw[l] = power[2] * base;
    toMvar[l] = power[3] * base;
    var index = model.structure().index();
    injectionMw[index.from(l)] += fromMw[l];
    injectionMvar[index.from(l)] += fromMvar[l];
    injectionMw[index.to(l)] += toMw[l];
    injectionMvar[index.to(l)] += toMvar[l];
  }

  private void shunts(PowerFlowModel model) {
    var index = model.structure().index();
    for (var shunt : index.network().shunts()) {
      int b = index.bus(shunt.bus());
      double squared = voltagePu[b] * voltagePu[b];
      injectionMw[b] += shunt.gMw() * squared;
      injectionMvar[b] -= shunt.bMvar() * squared;
    }
  }
}
