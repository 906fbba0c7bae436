package org.gridclear.security.audit;

import org.gridclear.network.Network;

/** The AC equations of a network that is left, and what its solution says of reactive limits. */
final class AcCase {
  private final Network network;
  private final GridLeft grid;
  private final double[] heldPu;
  private final AcFlow flow;

  /**
   * Equations.
   *
   * @param magnitude voltages to begin with; held ones are brought to their set points
   * @param heldPu per bus with units that hold a voltage, the one that they hold
   */
  AcCase(Network network, GridLeft grid, double[] magnitude, double[] angle, double[] heldPu) {
    this.network = network;
    this.grid = grid;
    this.heldPu = heldPu;
    double[] start = magnitude.clone();
    boolean[] on = new boolean[network.branches().size()];
    for (int l = 0; l < on.length; l++) {
      on[l] = grid.on(l);
    }
    for (int b = 0; b < start.length; b++) {
      start[b] = grid.regulates(b) ? heldPu[b] : start[b];
    }
    this.flow = new AcFlow(grid.index(), on, start, angle);
  }

  /** Solves in so many steps at most; returns the greatest mismatch before the last, in p.u. */
  double solve(double[] netMw, double tolerancePu, int stepsMax) {
    int n = netMw.length;
    double[] activePu = new double[n];
    double[] reactive = new double[n];
    boolean[] angleHeld = new boolean[n];
    boolean[] voltageHeld = new boolean[n];
    for (int b = 0; b < n; b++) {
      angleHeld[b] = !grid.alive(b) || grid.isReference(b);
      voltageHeld[b] = angleHeld[b] || grid.regulates(b);
      activePu[b] = netMw[b] / network.baseMva();
      reactive[b] = grid.fixedMvar(b) / network.baseMva();
    }
    return flow.solve(activePu, reactive, angleHeld, voltageHeld, tolerancePu, stepsMax);
  }

  /** What the network takes at every bus at the voltages as they are, in MW. */
  double[] takenMw() {
    double[] taken = flow.measuredPu();
    for (int b = 0; b < taken.length; b++) {
      taken[b] *= network.baseMva();
    }
    return taken;
  }

  /**
   * How far the buses are from what reactive limits allow: at their set point within the limits, or
   * at the upper limit and not above it, or at the lower limit and not below it.
   */
  double limitExcessPu() {
    double worst = 0;
    for (int b = 0; b < heldPu.length; b++) {
      if (grid.regulates(b) && !grid.isReference(b)) {
        double generated = flow.reactivePu(b) - grid.fixedMvar(b) / network.baseMva();
        double above = generated - grid.limitMvar(b, true) / network.baseMva();
        double below = grid.limitMvar(b, false) / network.baseMva() - generated;
        double off = heldPu[b] - grid.setPointPu(b);
        double atSet = Math.max(Math.abs(off), Math.max(0, Math.max(above, below)));
        double atUpper = Math.max(Math.abs(above), off);
        double atLower = Math.max(Math.abs(below), -off);
        worst = Math.max(worst, Math.min(atSet, Math.min(atUpper, atLower)));
      }
    }
    return worst;
  }

  double apparentMva(int l) {
    return flow.apparentMva(l);
  }

  double sendingMw(int l) {
    return flow.sendingMw(l);
  }

  double[] magnitude() {
    return flow.magnitude();
  }

  double[] angle() {
    return flow.angle();
  }
}
