package org.gridclear.security.screening;

import org.gridclear.security.powerflow.PowerFlowModel;

/**
 * Reactive limits of an outage in a lane: once its equations are solved, buses whose generators are
 * beyond a limit let their voltage go, and buses that let it go hold it again where they can.
 */
final class ReactiveWatch {
  /** Excess of reactive power that is let pass: a hundredth of a Mvar on 100 MVA. */
  private static final double SLACK = 1e-4;

  /** Excess of voltage that is let pass. */
  private static final double VOLTAGE_SLACK_PU = 1e-4;

  private final AcBase base;
  private final PowerFlowModel model;
  private final int[] regulated;
  private final double[] setSquared;

  ReactiveWatch(AcBase base) {
    this.base = base;
    this.model = base.model;
    this.regulated = base.regulated;
    this.setSquared = new double[regulated.length];
    for (int m = 0; m < regulated.length; m++) {
      setSquared[m] = model.voltageSetPu(regulated[m]) * model.voltageSetPu(regulated[m]);
    }
  }

  /** Switches what must be switched in a lane that was just measured; whether anything was. */
  boolean enforce(OutagePerturbation outage, int[] sides, AcLanes lanes, int lane) {
    boolean switched = false;
    for (int m = 0; m < regulated.length; m++) {
      int k = regulated[m];
      int side = sides[m];
      if (side != 0 && side * (lanes.magnitudeSquared(k, lane) - setSquared(outage, k, m)) <= 0) {
        continue;
      }
      if (outage.effect().loses(k) || outage.isWithoutUnits(k)) {
        continue;
      }
      PowerFlowModel at = outage.at(k);
      if (side == 0) {
        double generated =
            lanes.mismatch().measuredReactivePu(m, lane)
                - at.reactivePu(k)
                - removed(outage, lanes, lane, k);
        int beyond =
            generated > at.reactiveMaxPu(k) + SLACK
                ? 1
                : generated < at.reactiveMinPu(k) - SLACK ? -1 : 0;
        if (beyond != 0) {
          sides[m] = beyond;
          outage.free(k, at.reactivePu(k) + limit(at, k, beyond));
          lanes.mismatch().put(k, lane, limit(at, k, beyond) - generated);
          switched = true;
        }
      } else if (side * (lanes.magnitude(k, lane) - at.voltageSetPu(k)) > VOLTAGE_SLACK_PU) {
        sides[m] = 0;
        outage.hold(k);
        lanes.mismatch().put(k, lane, Math.log(at.voltageSetPu(k) / lanes.magnitude(k, lane)));
        switched = true;
      }
    }
    return switched;
  }

  private double setSquared(OutagePerturbation outage, int k, int m) {
    PowerFlowModel at = outage.at(k);
    return at == model ? setSquared[m] : at.voltageSetPu(k) * at.voltageSetPu(k);
  }

  private static double limit(PowerFlowModel at, int k, int side) {
    return side > 0 ? at.reactiveMaxPu(k) : at.reactiveMinPu(k);
  }

  /** Reactive power that branches which are out no longer take at {@code k}. */
  private double removed(OutagePerturbation outage, AcLanes lanes, int lane, int k) {
    double sum = 0;
    for (int l : outage.effect().open()) {
      sum += lanes.branchReactivePu(l, lane, k);
    }
    for (int l : outage.effect().cut()) {
      sum += lanes.branchReactivePu(l, lane, k);
    }
    return sum;
  }

  /** The sides of the base case: 1 at the upper limit, -1 at the lower, 0 at the set point. */
  int[] baseSides() {
    int[] sides = new int[regulated.length];
    for (int m = 0; m < sides.length; m++) {
      sides[m] = base.solution.reactiveSide()[regulated[m]];
    }
    return sides;
  }
}
