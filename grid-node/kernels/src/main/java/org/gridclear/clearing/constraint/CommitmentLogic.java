package org.gridclear.clearing.constraint;

import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.UnitTimes;
import org.gridclear.market.Commitment;
import org.gridclear.market.ThermalUnit;
import org.gridclear.solver.Terms;

/**
 * Status, start and stop of every thermal unit (EQ-09, B-07): {@code u_t − u_(t−1) = v_t − w_t},
 * statuses given by the data, and the initial state held for as long as it must be. Model (1)–(3).
 */
final class CommitmentLogic {
  private CommitmentLogic() {}

  static void addTo(ClearingModel m) {
    for (int g = 0; g < m.units().size(); g++) {
      UnitTimes times = m.units().get(g);
      for (int t = 0; t < m.periodCount(); t++) {
        m.on().set(g, t, m.linear().addBinary(0));
        m.start().set(g, t, m.linear().addBinary(0));
        m.stop().set(g, t, m.linear().addBinary(0));
      }
      if (m.given(g)) {
        fix(m, g, times);
        continue;
      }
      for (int t = 0; t < m.periodCount(); t++) {
        link(m, g, t, times);
      }
      given(m, g, times);
    }
  }

  /** Status, start and stop of a unit whose status is given throughout. */
  private static void fix(ClearingModel m, int g, UnitTimes times) {
    boolean before = times.initialKnown() ? times.initiallyOn() : m.givenOn(g, 0);
    for (int t = 0; t < m.periodCount(); t++) {
      boolean now = m.givenOn(g, t);
      fix(m, m.on().at(g, t), now);
      fix(m, m.start().at(g, t), now && !before);
      fix(m, m.stop().at(g, t), !now && before);
      before = now;
    }
  }

  private static void fix(ClearingModel m, int column, boolean value) {
    m.linear().tighten(column, value ? 1 : 0, value ? 1 : 0);
  }

  private static void link(ClearingModel m, int g, int t, UnitTimes times) {
    if (t == 0 && !times.initialKnown()) {
      m.linear().tighten(m.start().at(g, 0), 0, 0);
      m.linear().tighten(m.stop().at(g, 0), 0, 0);
      return;
    }
    Terms terms =
        new Terms().add(m.on().at(g, t), 1).add(m.start().at(g, t), -1).add(m.stop().at(g, t), 1);
    if (t > 0) {
      terms.add(m.on().at(g, t - 1), -1);
    }
    m.linear().equal(t == 0 && times.initiallyOn() ? 1 : 0, terms);
  }

  private static void given(ClearingModel m, int g, UnitTimes times) {
    ThermalUnit unit = times.unit();
    int held =
        m.inEffect(org.gridclear.clearing.input.ConstraintFamily.MIN_UP_DOWN)
            ? times.heldPeriods(m.day().horizon())
            : 0;
    for (int t = 0; t < m.periodCount(); t++) {
      Commitment commitment = unit.commitment().get(t);
      boolean on = times.initiallyOn();
      if (commitment.isOff()) {
        m.linear().tighten(m.on().at(g, t), 0, 0);
      } else if (commitment == Commitment.ON) {
        mustBe(m, g, t, 1, "B-07");
      }
      if (t < held && (on || !commitment.isOff())) {
        mustBe(m, g, t, on ? 1 : 0, "B-04");
      }
    }
  }

  private static void mustBe(ClearingModel m, int g, int t, int status, String constraint) {
    if (!m.isElastic()) {
      m.linear().tighten(m.on().at(g, t), status, status);
      return;
    }
    double price = m.day().penalties().scheduleYuanPerMwh() * m.hours();
    int slack = m.slack(constraint, "unit " + m.units().get(g).unit().id(), t, "status", price);
    Terms terms = new Terms().add(m.on().at(g, t), 1).add(slack, status == 1 ? 1 : -1);
    if (status == 1) {
      m.linear().atLeast(1, terms);
    } else {
      m.linear().atMost(0, terms);
    }
  }
}
