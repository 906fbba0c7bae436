package org.gridclear.clearing.constraint;

import java.util.Arrays;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.UnitTimes;
import org.gridclear.market.OfferCurve;
import org.gridclear.solver.Terms;

/**
 * Offers: no-load cost on the status, and output above the first breakpoint as a sum of segments
 * {@code p' = Σ δ_k}, {@code δ_k ≤ width_k · u}. The tight formulation takes the part of a segment
 * away that a start or stop makes unreachable (Knueven, Ostrowski, Watson 2018). The compact one
 * leaves these rows out: with a whole status they follow from the limit of the output. Model
 * (7)–(9).
 */
final class PiecewiseCosts {
  private PiecewiseCosts() {}

  static void addTo(ClearingModel m) {
    for (int g = 0; g < m.units().size(); g++) {
      UnitTimes times = m.units().get(g);
      int bus = m.grid().index().bus(times.unit().bus());
      for (int t = 0; t < m.periodCount(); t++) {
        OfferCurve offer = times.offer(t);
        m.linear().addCost(m.on().at(g, t), offer.firstYuanPerH() * m.hours());
        // An offer ends at its last point, wherever the unit's limit lies; reserve may go on to it.
        double offeredMw = offer.lastMw() - offer.firstMw();
        m.above().set(g, t, m.linear().addColumn(0, Math.min(times.widthMw(t), offeredMw), 0));
        segments(m, g, t, offer);
        m.inject(bus, t, m.above().at(g, t), 1);
        Trajectories.inject(m, g, t, bus);
      }
    }
  }

  private static void segments(ClearingModel m, int g, int t, OfferCurve offer) {
    int count = offer.segmentCount();
    m.segments().set(g, t, new int[count]);
    m.rowsOfSegments().set(g, t, new int[count]);
    Arrays.fill(m.rowsOfSegments().at(g, t), -1);
    if (count == 1) {
      m.segments().at(g, t)[0] = m.above().at(g, t);
      m.linear().addCost(m.above().at(g, t), offer.priceYuanPerMwh(0) * m.hours());
      return;
    }
    Terms sum = new Terms().add(m.above().at(g, t), -1);
    for (int k = 0; k < count; k++) {
      double width = offer.widthMw(k);
      int column = m.linear().addColumn(0, width, offer.priceYuanPerMwh(k) * m.hours());
      m.segments().at(g, t)[k] = column;
      sum.add(column, 1);
      limit(m, g, t, offer, k);
    }
    m.segmentSumRow().set(g, t, m.linear().equal(0, sum));
  }

  private static void limit(ClearingModel m, int g, int t, OfferCurve offer, int k) {
    int column = m.segments().at(g, t)[k];
    double width = offer.widthMw(k);
    if (m.given(g)) {
      m.linear().tighten(column, 0, m.givenOn(g, t) ? width : 0);
      return;
    }
    if (!m.hasSegmentRows()) {
      return;
    }
    UnitTimes times = m.units().get(g);
    boolean tighten = m.isTight() && m.inEffect(ConstraintFamily.RAMPS) && !times.hasTrajectory();
    double startCut = tighten ? cut(offer, k, times.startLimitMw(t)) : 0;
    double stopCut = tighten && t + 1 < m.periodCount() ? cut(offer, k, times.stopLimitMw(t)) : 0;
    if (startCut > 0 && stopCut > 0 && m.upPeriods(g) < 2) {
      m.rowsOfSegments().at(g, t)[k] =
          row(m, g, t, column, width, startCut, Math.max(0, stopCut - startCut));
      row(m, g, t, column, width, Math.max(0, startCut - stopCut), stopCut);
    } else {
      m.rowsOfSegments().at(g, t)[k] = row(m, g, t, column, width, startCut, stopCut);
    }
  }

  private static int row(
      ClearingModel m, int g, int t, int column, double width, double startCut, double stopCut) {
    Terms terms =
        m.addDispatchable(new Terms().add(column, 1), g, t, -width)
            .add(m.start().at(g, t), startCut);
    if (t + 1 < m.periodCount()) {
      terms.add(m.stop().at(g, t + 1), stopCut);
    }
    return m.linear().atMost(0, terms);
  }

  /** How much of segment {@code k} lies above {@code limitMw}. */
  private static double cut(OfferCurve offer, int k, double limitMw) {
    return Math.max(0, Math.min(offer.widthMw(k), offer.mw().get(k + 1) - limitMw));
  }
}
