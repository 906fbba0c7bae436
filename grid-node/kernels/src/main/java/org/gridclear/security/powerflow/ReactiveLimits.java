package org.gridclear.security.powerflow;

/**
 * Reactive limits of the generators at a bus, taken together: beyond a limit they give up their
 * voltage set point and stay at the limit; when the voltage would be on the good side of the set
 * point without the limit, they take it up again, but not for ever, as buses that hold one
 * another's voltage could go on in turn.
 */
final class ReactiveLimits {
  /** Excess of reactive power, in p.u., and of voltage that is let pass. */
  private static final double SLACK = 1e-6;

  /** Voltage beyond the set point on the good side that is let pass in the end. */
  private static final double WRONG_SIDE_PU = 1e-4;

  /** A bus takes its set point up again at most so often. */
  private static final int TAKE_UPS_MAX = 3;

  /** One by one, buses give up that exceed by this share of the greatest excess. */
  private static final double WORST_SHARE = 0.9;

  private final PowerFlowModel model;
  private final AcState state;
  private final boolean worstFirst;
  private final int[] takeUps;

  /**
   * Limits of a power flow under way.
   *
   * @param worstFirst whether those with the greatest excess are switched first: slower, and finds
   *     solutions where all at once are too much
   */
  ReactiveLimits(PowerFlowModel model, AcState state, boolean worstFirst) {
    this.model = model;
    this.state = state;
    this.worstFirst = worstFirst;
    this.takeUps = new int[model.size()];
  }

  /** Switches what must be switched; whether anything was. The network's references never are. */
  boolean enforce() {
    double least = SLACK;
    for (int k = 0; k < model.size() && worstFirst; k++) {
      least = Math.max(least, holds(k) ? WORST_SHARE * Math.abs(excessPu(k)) : 0);
    }
    boolean switched = false;
    for (int k = 0; k < model.size(); k++) {
      if (holds(k)) {
        double excess = excessPu(k);
        if (Math.abs(excess) > SLACK && Math.abs(excess) >= least) {
          state.holdReactive(k, excess > 0 ? 1 : -1);
          switched = true;
        }
      } else if (regulates(k) && mayTakeUp(k)) {
        takeUps[k]++;
        state.holdVoltage(k);
        switched = true;
      }
    }
    return switched;
  }

  /**
   * The bus that stands at a limit though its voltage would let it hold its set point, furthest
   * from it; -1 if there is none. It took the set point up as often as it may, so nothing settles
   * it.
   */
  int unsettled() {
    int furthest = -1;
    double most = WRONG_SIDE_PU;
    for (int k = 0; k < model.size(); k++) {
      if (regulates(k) && !holds(k) && goodSidePu(k) > most) {
        most = goodSidePu(k);
        furthest = k;
      }
    }
    return furthest;
  }

  private boolean regulates(int k) {
    return model.alive(k) && model.regulating(k) && !state.angleFixed()[k];
  }

  private boolean holds(int k) {
    return regulates(k) && state.reactiveSide()[k] == 0;
  }

  /** Reactive power above the upper limit, or, negative, below the lower one; else 0. */
  private double excessPu(int k) {
    double generated = state.networkReactivePu(k) - model.reactivePu(k);
    double above = generated - model.reactiveMaxPu(k);
    double below = generated - model.reactiveMinPu(k);
    return above > 0 ? above : Math.min(0, below);
  }

  private boolean mayTakeUp(int k) {
    return goodSidePu(k) > SLACK && takeUps[k] < TAKE_UPS_MAX;
  }

  /** By how much the voltage is on the side of the set point where no limit is needed. */
  private double goodSidePu(int k) {
    double magnitude = Math.hypot(state.e()[k], state.f()[k]);
    return state.reactiveSide()[k] * (magnitude - model.voltageSetPu(k));
  }
}
