package org.gridclear.powerflow;

/**
 * Reactive limits of the generators at a bus, taken together: beyond a limit they give up their
 * voltage set point and stay at the limit; when the voltage would be on the good side of the set
 * point without the limit, they take it up again.
 */
final class ReactiveLimits {
  /** Excess of reactive power, in p.u., and of voltage that is let pass. */
  private static final double SLACK = 1e-6;

  private ReactiveLimits() {}

  /** Switches what must be switched; whether anything was. The network's references never are. */
  static boolean enforce(PowerFlowModel model, AcState state) {
    boolean switched = false;
    for (int k = 0; k < model.size(); k++) {
      if (!model.alive(k) || !model.regulating(k) || model.isReference(k)) {
        continue;
      }
      int side = state.reactiveSide()[k];
      if (side == 0) {
        double generated = state.networkReactivePu(k) - model.reactivePu(k);
        if (generated > model.reactiveMaxPu(k) + SLACK) {
          state.holdReactive(k, 1);
          switched = true;
        } else if (generated < model.reactiveMinPu(k) - SLACK) {
          state.holdReactive(k, -1);
          switched = true;
        }
      } else {
        double magnitude = Math.hypot(state.e()[k], state.f()[k]);
        if (side * (magnitude - model.voltageSetPu(k)) > SLACK) {
          state.holdVoltage(k);
          switched = true;
        }
      }
    }
    return switched;
  }
}
