package org.gridclear.clearing.constraint;

import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.UnitTimes;
import org.gridclear.market.LimitRule;
import org.gridclear.market.rule.ReserveProduct.Direction;
import org.gridclear.solver.Terms;

/**
 * Output and reserve within the limits of the period (B-02), with the limits of a start and of a
 * stop. Plain: one row each, as in pglib-uc. Tight: start and stop in one row where the minimum up
 * time allows (Gentile, Morales-España, Ramos 2017), extended over the periods after a start that
 * the ramp needs (Pan, Guan 2016). Model (12)–(15).
 */
final class GenerationLimits {
  private GenerationLimits() {}

  static void addTo(ClearingModel m) {
    boolean ramps = m.inEffect(ConstraintFamily.RAMPS);
    for (int g = 0; g < m.units().size(); g++) {
      UnitTimes times = m.units().get(g);
      for (int t = 0; t < m.periodCount(); t++) {
        double startCut = ramps ? times.startCutMw(t) : 0;
        double stopCut = ramps && mayStopAfter(m, g, t) ? times.stopCutMw(t) : 0;
        if (m.given(g) && noReserve(m, g, t)) {
          bound(m, g, t, times, startCut, stopCut);
        } else if (stopCut > 0 && stopsWithoutReserve(m, g, t, times)) {
          upper(m, g, t, times).add(startCut, 0).close();
          stop(m, g, t, times, startCut, stopCut);
        } else if (m.isTight()) {
          tight(m, g, t, times, startCut, stopCut);
          if (ramps && m.upPeriods(g) >= 2) {
            afterStart(m, g, t, times, startCut, stopCut);
          }
        } else {
          upper(m, g, t, times).add(startCut, 0).close();
          if (stopCut > 0) {
            upper(m, g, t, times).add(0, stopCut).close();
          }
        }
        lower(m, g, t, times);
      }
      if (ramps) {
        firstStop(m, g, times);
      }
    }
  }

  private static boolean mayStopAfter(ClearingModel m, int g, int t) {
    return t + 1 < m.periodCount() || m.units().get(g).stopsNext();
  }

  /** Adds a multiple of the stop in the period after {@code t}. */
  private static Terms addStopAfter(ClearingModel m, Terms terms, int g, int t, double factor) {
    if (t + 1 < m.periodCount()) {
      return terms.add(m.stop().at(g, t + 1), factor);
    }
    return m.units().get(g).stopsNext() ? terms.add(m.on().at(g, t), factor) : terms;
  }

  private static boolean stopsWithoutReserve(ClearingModel m, int g, int t, UnitTimes times) {
    return times.unit().limitRule() == LimitRule.STOP_WITHOUT_RESERVE && !noReserve(m, g, t);
  }

  /** The limit of a stop for the output alone, with that of a start where times allow. */
  private static void stop(
      ClearingModel m, int g, int t, UnitTimes times, double startCut, double stopCut) {
    Terms terms =
        m.addDispatchable(new Terms().add(m.above().at(g, t), 1), g, t, -times.widthMw(t));
    boolean both = m.isTight() && m.upPeriods(g) >= 2;
    terms.add(m.start().at(g, t), both ? startCut : 0);
    m.linear().atMost(0, addStopAfter(m, terms, g, t, stopCut));
  }

  private static boolean noReserve(ClearingModel m, int g, int t) {
    return m.addReserve(new Terms(), g, t, Direction.UP, 1).size() == 0;
  }

  /** Where the status is data, the limit is a bound and no row. */
  private static void bound(
      ClearingModel m, int g, int t, UnitTimes times, double startCut, double stopCut) {
    boolean starts = m.linear().columnLower(m.start().at(g, t)) > 0;
    boolean stops =
        t + 1 < m.periodCount()
            ? m.linear().columnLower(m.stop().at(g, t + 1)) > 0
            : times.stopsNext();
    double cut = Math.max(starts ? startCut : 0, stops ? stopCut : 0);
    double most = m.givenOn(g, t) ? times.widthMw(t) - cut : 0;
    m.linear().tighten(m.above().at(g, t), 0, most);
  }

  private static void tight(
      ClearingModel m, int g, int t, UnitTimes times, double startCut, double stopCut) {
    if (m.upPeriods(g) < 2) {
      if (startCut == 0 || stopCut == 0) {
        upper(m, g, t, times).add(startCut, stopCut).close();
      } else {
        upper(m, g, t, times).add(startCut, Math.max(0, stopCut - startCut)).close();
        upper(m, g, t, times).add(Math.max(0, startCut - stopCut), stopCut).close();
      }
      return;
    }
    UpperRow row = upper(m, g, t, times).add(startCut, stopCut);
    if (m.rampedOnly(g, t, Direction.UP)) {
      startedBefore(m, g, t, times, row);
    }
    row.close();
  }

  /**
   * A unit that started i periods ago reaches at most its start limit plus i ramps; not where ramps
   * give way at a price, which this would not.
   */
  private static boolean startedBefore(
      ClearingModel m, int g, int t, UnitTimes times, UpperRow row) {
    if (m.isElastic()) {
      return false;
    }
    boolean any = false;
    for (int i = 1; i <= m.upPeriods(g) - 2 && i <= t && times.rampUpMw() > 0; i++) {
      double reach = times.unit().pMaxMw().at(t) - times.startLimitMw(t - i);
      double cut = Math.min(times.widthMw(t), reach) - i * times.rampUpMw();
      if (cut > 0 && times.startMw().length == 0) {
        row.startedBefore(i, cut);
        any = true;
      }
    }
    return any;
  }

  /** The same without what a product delivers in its own minutes, where there is any. */
  private static void afterStart(
      ClearingModel m, int g, int t, UnitTimes times, double startCut, double stopCut) {
    if (m.rampedOnly(g, t, Direction.UP)) {
      return;
    }
    Terms terms = m.addRampedReserve(new Terms().add(m.above().at(g, t), 1), g, t, Direction.UP);
    m.addDispatchable(terms, g, t, -times.widthMw(t));
    UpperRow row = new UpperRow(m, g, t, terms).add(startCut, stopCut);
    if (startedBefore(m, g, t, times, row)) {
      row.close();
    }
  }

  private static UpperRow upper(ClearingModel m, int g, int t, UnitTimes times) {
    Terms terms = m.addReserve(new Terms().add(m.above().at(g, t), 1), g, t, Direction.UP, 1);
    m.addDispatchable(terms, g, t, -times.widthMw(t));
    return new UpperRow(m, g, t, terms);
  }

  /** {@code p' + r − width·u + cuts ≤ 0}. */
  private record UpperRow(ClearingModel m, int g, int t, Terms terms) {
    UpperRow add(double startCut, double stopCut) {
      terms.add(m.start().at(g, t), startCut);
      addStopAfter(m, terms, g, t, stopCut);
      return this;
    }

    void startedBefore(int i, double cut) {
      terms.add(m.start().at(g, t - i), cut);
    }

    void close() {
      int row = m.linear().atMost(0, terms);
      m.outputRow().set(g, t, m.outputRow().at(g, t) < 0 ? row : m.outputRow().at(g, t));
    }
  }

  /** A lower limit above the first breakpoint. */
  private static void lower(ClearingModel m, int g, int t, UnitTimes times) {
    double raisedMw = Math.max(0, times.unit().pMinMw().at(t) - times.offer(t).firstMw());
    Terms terms = m.addReserve(new Terms(), g, t, Direction.DOWN, -1);
    if (raisedMw > 1e-9 || terms.size() > 0) {
      m.addDispatchable(terms.add(m.above().at(g, t), 1), g, t, -raisedMw);
      m.elasticSlack(terms, 1, "B-02", "unit " + times.unit().id(), t);
      m.linear().atLeast(0, terms);
    }
  }

  /** A unit whose output before the first period is above its stop limit cannot stop at once. */
  private static void firstStop(ClearingModel m, int g, UnitTimes times) {
    double excess = times.firstStopExcessMw();
    if (excess > 1e-9 && m.isElastic()) {
      if (times.rampsAboveFirst() || times.hasTrajectory()) {
        Terms terms = new Terms().add(m.stop().at(g, 0), excess);
        m.elasticSlack(terms, -1, "B-03", "unit " + times.unit().id() + " stop limit", 0);
        m.linear().atMost(0, terms);
      }
    } else if (excess > 1e-9) {
      double room = times.stopCutMw(0);
      double left = times.widthMw(0) - times.initialAboveMw();
      boolean never = m.isTight() || times.hasTrajectory() || room <= 0;
      m.linear().tighten(m.stop().at(g, 0), 0, never ? 0 : Math.min(1, left / room));
    }
  }
}
