package org.gridclear.clearing.constraint;

import org.gridclear.market.constraint.LinearConstraint;
import org.gridclear.scenario.resolved.ConstraintFamily;
import org.gridclear.solver.Terms;

/** Constraints given as data (B-26): {@code min ≤ Σ coefficient·quantity ≤ max}. Model (42). */
final class PracticalConstraints implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    for (LinearConstraint constraint : m.day.rules().linear()) {
      if (constraint.inEffect() && m.inEffect(ConstraintFamily.PRACTICAL)) {
        for (int t = 0; t < m.periodCount; t++) {
          add(m, constraint, t);
        }
      }
    }
  }

  private static void add(ClearingModel m, LinearConstraint constraint, int t) {
    Terms terms = new Terms();
    for (LinearConstraint.Term term : constraint.terms()) {
      int unit = m.anyUnit(term.unit());
      switch (term.quantity()) {
        case OUTPUT -> m.addOutput(terms, unit, t, term.coefficient());
        case STATUS -> terms.add(m.on[unit][t], term.coefficient());
        case START -> terms.add(m.start[unit][t], term.coefficient());
        case STOP -> terms.add(m.stop[unit][t], term.coefficient());
      }
    }
    double price = constraint.penaltyYuanPerUnit();
    String element = "constraint " + constraint.id();
    if (Double.isFinite(constraint.min().at(t))) {
      terms.add(m.penalised("B-26", element, t, "", price), 1);
    }
    if (Double.isFinite(constraint.max().at(t))) {
      terms.add(m.penalised("B-26", element, t, "", price), -1);
    }
    m.price(
        "B-26",
        constraint.id(),
        t,
        m.linear.addRow(constraint.min().at(t), constraint.max().at(t), terms));
  }
}
