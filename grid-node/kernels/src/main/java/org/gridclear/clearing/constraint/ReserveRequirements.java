package org.gridclear.clearing.constraint;

import java.util.Optional;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.clearing.model.UnitTimes;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.solver.Terms;

/**
 * Ancillary products (G-02) and the requirements of system (B-15) and zones (B-16): {@code Σ r_g,t
 * + shortfall_t ≥ R_t}, {@code r ≤ ramp·minutes·d}, {@code r ≤ offer·d}, non-spinning {@code r ≤
 * min(offer, SU, ramp·minutes)·(1 − u − Σ w)}, the stops those of its minimum time off, and none
 * from units that the data or the time before hold off. A unit gives spinning reserve and
 * regulation out of the same band as output. Model (19), (43).
 */
final class ReserveRequirements implements ConstraintClass {
  private static final double MINUTES_PER_H = 60;

  static void addColumnsTo(ClearingModel m) {
    for (int p = 0; p < m.products().size(); p++) {
      ReserveProduct product = m.products().get(p);
      boolean[] needed = new boolean[m.periodCount()];
      for (int t = 0; t < needed.length; t++) {
        needed[t] = needed(m, product, t);
      }
      for (int g = 0; g < m.units().size(); g++) {
        ThermalUnit unit = m.units().get(g).unit();
        boolean eligible = unit.mayHold(product.id(), m.day().rules());
        Optional<ReserveOffer> offer = m.day().rules().reserveOffer(unit.id(), product.id());
        for (int t = 0; eligible && t < m.periodCount(); t++) {
          if (needed[t]) {
            double price = offer.isPresent() ? offer.get().yuanPerMwh(t) * m.hours() : 0;
            m.reserve(p).set(g, t, m.linear().addColumn(0, Double.POSITIVE_INFINITY, price));
            if (!offer.isEmpty()
                || product.minutes() > 0
                || product.followsAgc()
                || nonSpinning(product)) {
              limit(m, product, offer, g, t, m.reserve(p).at(g, t));
            }
          }
        }
      }
    }
  }

  private static boolean nonSpinning(ReserveProduct product) {
    return product.kind() == ReserveProduct.Kind.NON_SPINNING;
  }

  private static boolean needed(ClearingModel m, ReserveProduct product, int t) {
    for (ReserveRequirement requirement : m.day().reserves()) {
      if (requirement.product().equals(product.id())
          && RequiredReserve.counts(m.clearingCase(), requirement)
          && RequiredReserve.mw(m.clearingCase(), requirement, t) > 0) {
        return true;
      }
    }
    for (RangeConstraint range : m.day().rules().ranges()) {
      if (range.kind().isReserve()
          && (range.kind() == RangeKind.AWARD || m.clearingCase().clears(product.kind()))
          && range.inEffect()
          && m.inEffect(ConstraintFamily.UNIT_RESERVE)
          && range.item().equals(product.id())
          && t >= range.from()
          && t < range.to()) {
        return true;
      }
    }
    return false;
  }

  private static void limit(
      ClearingModel m,
      ReserveProduct product,
      Optional<ReserveOffer> offer,
      int g,
      int t,
      int column) {
    UnitTimes times = m.units().get(g);
    double most = offer.isPresent() ? offer.get().maxMw().at(t) : Double.POSITIVE_INFINITY;
    most = Math.min(most, times.unit().pMaxMw().at(t));
    if (product.minutes() > 0) {
      boolean up = product.direction() == ReserveProduct.Direction.UP;
      double ramp = up ? times.unit().rampUpMwPerH() : times.unit().rampDownMwPerH();
      most = Math.min(most, ramp * product.minutes() / MINUTES_PER_H);
    }
    if (product.followsAgc()) {
      double minutes = product.minutes() > 0 ? product.minutes() : MINUTES_PER_H * m.hours();
      most = Math.min(most, m.day().rules().regulatingMwPerMin(times.unit().id()) * minutes);
    }
    if (nonSpinning(product)) {
      notRunning(m, g, t, column, Math.min(most, times.startLimitMw(t)));
    } else {
      m.linear().atMost(0, m.addDispatchable(new Terms().add(column, 1), g, t, -most));
    }
  }

  /** A unit that is off gives what it reaches with a start, if it may start. */
  private static void notRunning(ClearingModel m, int g, int t, int column, double most) {
    if (!m.mayStart(g, t)) {
      m.linear().tighten(column, 0, 0);
      return;
    }
    Terms terms = new Terms().add(column, 1).add(m.on().at(g, t), most);
    for (int i = Math.max(0, t - m.downPeriodsOrNone(g) + 1); i <= t; i++) {
      terms.add(m.stop().at(g, i), most);
    }
    m.linear().atMost(most, terms);
  }

  @Override
  public void addTo(ClearingModel m) {
    for (int r = 0; r < m.day().reserves().size(); r++) {
      ReserveRequirement requirement = m.day().reserves().get(r);
      ReserveProduct product = m.day().rules().product(requirement.product());
      for (int t = 0; t < m.periodCount(); t++) {
        m.reserveRow().set(r, t, -1);
        double mw = RequiredReserve.mw(m.clearingCase(), requirement, t);
        if (!RequiredReserve.counts(m.clearingCase(), requirement) || mw <= 0) {
          continue;
        }
        Terms terms = new Terms();
        for (int g : m.thermal(requirement.scope()).toArray()) {
          m.addProduct(terms, product.id(), g, t, 1);
        }
        String row = RequiredReserve.family(requirement).id();
        int slack =
            m.penalised(
                row, "reserve " + requirement.id(), t, "MW", penaltyYuanPerMwh(m, requirement, t));
        m.reserveShort().set(r, t, slack);
        m.reserveRow().set(r, t, m.linear().atLeast(mw, terms.add(slack, 1)));
      }
    }
  }

  private static double penaltyYuanPerMwh(ClearingModel m, ReserveRequirement requirement, int t) {
    return requirement.shortfallYuanPerMwh(t, m.day().penalties().reserveYuanPerMwh());
  }
}
