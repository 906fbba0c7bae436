package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.UnitTimes;
import org.gridclear.market.LimitRule;
import org.gridclear.market.rule.ReserveProduct.Direction;
import org.gridclear.solver.Terms;

/**
 * Ramps between periods (B-03), reserve included upwards: {@code p'_t + r_t − p'_(t−1) ≤ RU},
 * {@code p'_(t−1) − p'_t ≤ RD}, above the first breakpoint. Tight: {@code RU·u_t} less what a start
 * takes away (Damcı-Kurt et al. 2016). Where the first breakpoint changes with the period, output
 * itself is ramped: {@code p_t + r_t − p_(t−1) ≤ RU·u_(t−1) + SU·v_t}; likewise where a limit of a
 * start takes the place of the ramp ({@link LimitRule}); with a curve what is dispatched, {@code
 * o_t + r_t − o_(t−1) ≤ RU + m⁰_t·(1 − d_(t−1))}. Reserve is that of products without minutes.
 * Model (16)–(18).
 */
final class RampLimits {
  private RampLimits() {}

  static void addTo(ClearingModel m) {
    for (int g = 0; g < m.units().size(); g++) {
      UnitTimes times = m.units().get(g);
      for (int t = 0; t < m.periodCount(); t++) {
        if (t == 0 && !times.initialKnown()) {
          continue;
        }
        boolean first = t == 0 && !times.initiallyOn();
        if (times.rampsAboveFirst()) {
          if (!first || times.unit().limitRule() != LimitRule.STOP_WITHOUT_RESERVE) {
            up(m, g, t, times);
          }
          down(m, g, t, times);
        } else if (times.hasTrajectory()) {
          dispatchedUp(m, g, t, times);
          dispatchedDown(m, g, t, times);
        } else {
          changing(m, g, t, times);
        }
      }
    }
  }

  private static boolean binds(UnitTimes times, int t, double rampMw) {
    double before = t == 0 ? times.initialAboveMw() : times.widthMw(t - 1);
    return rampMw < Math.max(times.widthMw(t), before) - 1e-9;
  }

  private static void up(ClearingModel m, int g, int t, UnitTimes times) {
    double ramp = times.rampUpMw();
    if (!binds(times, t, ramp)) {
      return;
    }
    Terms terms = m.addRampedReserve(new Terms().add(m.above().at(g, t), 1), g, t, Direction.UP);
    double before = 0;
    if (t == 0) {
      before = times.initialAboveMw();
    } else {
      terms.add(m.above().at(g, t - 1), -1);
    }
    double bound = ramp + before;
    if (m.isTight() && !times.hasTrajectory()) {
      double reach = times.startLimitMw(t) - times.offer(t).firstMw();
      double fall = Math.min(0, Math.max(0, reach) - ramp);
      terms.add(m.on().at(g, t), -ramp).add(m.start().at(g, t), -fall);
      bound -= ramp;
    }
    m.elasticSlack(terms, -1, "B-03", "unit " + times.unit().id() + " up", t);
    m.linear().atMost(bound, terms);
  }

  private static void down(ClearingModel m, int g, int t, UnitTimes times) {
    double ramp = times.rampDownMw();
    if (!binds(times, t, ramp)) {
      return;
    }
    Terms terms = m.addRampedReserve(new Terms().add(m.above().at(g, t), -1), g, t, Direction.DOWN);
    double bound = ramp;
    if (t == 0) {
      bound -= times.initialAboveMw();
    } else {
      terms.add(m.above().at(g, t - 1), 1);
      if (m.isTight() && !times.hasTrajectory()) {
        double reach = times.stopLimitMw(t - 1) - times.offer(t - 1).firstMw();
        double fall = Math.min(0, Math.max(0, reach) - ramp);
        terms.add(m.on().at(g, t - 1), -ramp).add(m.stop().at(g, t), -fall);
        bound = 0;
      }
    }
    m.elasticSlack(terms, -1, "B-03", "unit " + times.unit().id() + " down", t);
    m.linear().atMost(bound, terms);
  }

  private static void changing(ClearingModel m, int g, int t, UnitTimes times) {
    double first = times.offer(t).firstMw();
    Terms rise = new Terms().add(m.above().at(g, t), 1).add(m.on().at(g, t), first);
    m.addRampedReserve(rise, g, t, Direction.UP).add(m.start().at(g, t), -times.startLimitMw(t));
    Terms fall = new Terms().add(m.above().at(g, t), -1).add(m.on().at(g, t), -first);
    m.addRampedReserve(fall, g, t, Direction.DOWN);
    fall.add(m.on().at(g, t), -times.rampDownMw())
        .add(m.stop().at(g, t), -times.stopLimitMw(t - 1));
    double riseBound = 0;
    double fallBound = 0;
    if (t == 0) {
      double before = times.initiallyOn() ? times.unit().stateBefore().powerMw() : 0;
      riseBound = before + (times.initiallyOn() ? times.rampUpMw() : 0);
      fallBound = -before;
    } else {
      double firstBefore = times.offer(t - 1).firstMw();
      rise.add(m.above().at(g, t - 1), -1)
          .add(m.on().at(g, t - 1), -firstBefore - times.rampUpMw());
      fall.add(m.above().at(g, t - 1), 1).add(m.on().at(g, t - 1), firstBefore);
    }
    m.elasticSlack(rise, -1, "B-03", "unit " + times.unit().id() + " up", t);
    m.elasticSlack(fall, -1, "B-03", "unit " + times.unit().id() + " down", t);
    m.linear().atMost(riseBound, rise);
    m.linear().atMost(fallBound, fall);
  }

  /** What a unit with a curve gives by dispatch, {@code m⁰·d + p'}, as terms. */
  private static Terms addDispatched(
      ClearingModel m, Terms terms, int g, int t, UnitTimes times, double sign) {
    return m.addDispatchable(
        terms.add(m.above().at(g, t), sign), g, t, sign * times.offer(t).firstMw());
  }

  private static void dispatchedUp(ClearingModel m, int g, int t, UnitTimes times) {
    double first = times.offer(t).firstMw();
    Terms terms = addDispatched(m, new Terms(), g, t, times, 1);
    m.addRampedReserve(terms, g, t, Direction.UP);
    double bound = times.rampUpMw() + first;
    if (t > 0) {
      addDispatched(m, terms, g, t - 1, times, -1);
      m.addDispatchable(terms, g, t - 1, first);
    } else if (times.initiallyDispatchable(m.day().horizon())) {
      bound += times.unit().stateBefore().powerMw() - first;
    }
    m.elasticSlack(terms, -1, "B-03", "unit " + times.unit().id() + " up", t);
    m.linear().atMost(bound, terms);
  }

  private static void dispatchedDown(ClearingModel m, int g, int t, UnitTimes times) {
    double first = times.offer(Math.max(0, t - 1)).firstMw();
    Terms terms = addDispatched(m, new Terms(), g, t, times, -1);
    m.addRampedReserve(terms, g, t, Direction.DOWN);
    m.addDispatchable(terms, g, t, first);
    double bound = times.rampDownMw() + first;
    if (t > 0) {
      addDispatched(m, terms, g, t - 1, times, 1);
    } else if (times.initiallyDispatchable(m.day().horizon())) {
      bound -= times.unit().stateBefore().powerMw();
    }
    m.elasticSlack(terms, -1, "B-03", "unit " + times.unit().id() + " down", t);
    m.linear().atMost(bound, terms);
  }
}
