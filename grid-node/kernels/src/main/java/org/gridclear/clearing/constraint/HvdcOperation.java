package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.network.HvdcLine;
import org.gridclear.solver.Terms;

/**
 * HVDC lines that the clearing decides (B-25, AMB-08): {@code h = f − b}, {@code min ≤ h ≤ max},
 * {@code |h_t − h_(t−1)| ≤ ramp}, and {@code |h_t − h_(t−1)| ≤ M·c_t}, {@code Σ_day c ≤ N}. The
 * sending end loses h, the other end gets it less the line's losses, and of a line with losses only
 * one way is open at a time. Model (35)–(37).
 */
final class HvdcOperation implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    for (int i = 0; i < m.hvdc().length; i++) {
      HvdcSchedule schedule = m.hvdc()[i].schedule();
      HvdcLine line = m.hvdc()[i].line();
      int from = m.grid().index().bus(line.from());
      int to = m.grid().index().bus(line.to());
      for (int t = 0; t < m.periodCount(); t++) {
        double least = schedule.minMw().at(t);
        double most = schedule.maxMw().at(t);
        int forward = m.linear().addColumn(0, widerMw(most), 0);
        int backward = m.linear().addColumn(0, widerMw(-least), 0);
        m.hvdc()[i].forward()[t] = forward;
        m.hvdc()[i].backward()[t] = backward;
        m.inject(from, t, forward, -1);
        m.inject(to, t, forward, 1 - line.lossShare());
        m.inject(to, t, backward, -1);
        m.inject(from, t, backward, 1 - line.lossShare());
        oneWay(m, line, least, most, forward, backward);
        Terms power = new Terms().add(forward, 1).add(backward, -1);
        m.price("B-25", line.id(), t, m.linear().addRow(least, most, power));
        change(m, m.hvdc()[i], t);
      }
      changesPerDay(m, m.hvdc()[i]);
    }
  }

  /** A bound that never holds where the row of the limits does, whose price it would take. */
  private static double widerMw(double mostMw) {
    return mostMw > 0 ? mostMw + 1 : 0;
  }

  /** Power that went both ways at once would burn energy in the losses of the line. */
  private static void oneWay(
      ClearingModel m, HvdcLine line, double least, double most, int forward, int backward) {
    if (least < 0 && most > 0 && line.lossShare() > 0) {
      int direction = m.linear().addBinary(0);
      m.openedWays().way(direction, forward, backward);
      double back = widerMw(-least);
      m.linear().atMost(0, new Terms().add(forward, 1).add(direction, -widerMw(most)));
      m.linear().atMost(back, new Terms().add(backward, 1).add(direction, back));
    }
  }

  private static void change(ClearingModel m, ClearingModel.Hvdc hvdc, int t) {
    HvdcSchedule schedule = hvdc.schedule();
    double rampMw = schedule.rampMwPerH() * m.hours();
    double before = t == 0 ? schedule.initialMw() : 0;
    if (Double.isFinite(rampMw)) {
      Terms ramp = difference(hvdc, t);
      m.elasticSlack(ramp, 1, "B-25", "HVDC line " + hvdc.line().id(), t);
      m.elasticSlack(ramp, -1, "B-25", "HVDC line " + hvdc.line().id(), t);
      m.linear().addRow(before - rampMw, before + rampMw, ramp);
    }
    if (schedule.changesPerDayMax() >= 0) {
      int changed = m.linear().addBinary(0);
      hvdc.changed()[t] = changed;
      m.openedWays().change(changed, difference(hvdc, t), -before);
      double most = Math.max(schedule.maxMw().max(), schedule.initialMw());
      double span = most - Math.min(schedule.minMw().min(), schedule.initialMw());
      m.linear().atMost(before, difference(hvdc, t).add(changed, -span));
      m.linear().atLeast(before, difference(hvdc, t).add(changed, span));
    }
  }

  private static Terms difference(ClearingModel.Hvdc hvdc, int t) {
    Terms terms = new Terms().add(hvdc.forward()[t], 1).add(hvdc.backward()[t], -1);
    return t == 0 ? terms : terms.add(hvdc.forward()[t - 1], -1).add(hvdc.backward()[t - 1], 1);
  }

  private static void changesPerDay(ClearingModel m, ClearingModel.Hvdc hvdc) {
    int most = hvdc.schedule().changesPerDayMax();
    int t = 0;
    while (most >= 0 && t < m.periodCount()) {
      int day = m.day().horizon().dayOf(t);
      Terms terms = new Terms();
      while (t < m.periodCount() && m.day().horizon().dayOf(t) == day) {
        terms.add(hvdc.changed()[t++], 1);
      }
      m.elasticSlackOfDay(terms, "B-25", "HVDC line " + hvdc.line().id(), day, "changes");
      int before = m.day().horizon().dayOf(0) == day ? hvdc.schedule().changesOfDay() : 0;
      m.linear().atMost(Math.max(0, most - before), terms);
    }
  }
}
