package org.gridclear.clearing.flow;

import java.util.List;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.LostPower;
import org.gridclear.solver.Terms;

/**
 * Flow that an outage of units or buses moves over an element, in MW. What a lost bus draws of the
 * losses is made up as the rest of it is.
 *
 * @param decided of what the clearing decides
 * @param fixedMw of what it does not
 */
record LostFlow(Terms decided, double fixedMw) {
  static final LostFlow NONE = new LostFlow(new Terms(), 0);

  /**
   * The flow of an outage in a period (rows 44a).
   *
   * @param injections what is decided in the period, by bus
   * @param factors shift factors of the element, by bus
   */
  static LostFlow of(
      ClearingModel model,
      ClearingGrid grid,
      List<ClearingModel.InjectionColumn> injections,
      LostPower lost,
      double[] factors,
      int t) {
    double[] extra = lost.extra(factors);
    Terms terms = new Terms();
    double fixedMw = 0;
    for (String unit : lost.units()) {
      model.addOutput(terms, model.anyUnit(unit), t, extra[LostPower.bus(grid, unit)]);
    }
    for (ClearingModel.InjectionColumn injection : injections) {
      int b = injection.bus();
      terms.add(injection.column(), lost.buses()[b] ? extra[b] * injection.mwPerUnit() : 0);
    }
    for (int b = 0; b < extra.length; b++) {
      fixedMw += lost.buses()[b] ? extra[b] * grid.fixedInjectionMw(b, t) : 0;
      if (lost.buses()[b] && model.hasLosses()) {
        terms.add(model.loss().at(t, grid.island(t, b)), -extra[b] * grid.lossShare(b, t));
      }
    }
    return new LostFlow(terms, fixedMw);
  }

  double mw(double[] x) {
    return fixedMw + decided.value(x);
  }
}
