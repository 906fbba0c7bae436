package org.gridclear.clearing.constraint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.ReserveProduct.Direction;
import org.gridclear.solver.Terms;

/**
 * Variables and constraints given as data (B-26): {@code min ≤ Σ coefficient·quantity ≤ max}. A
 * quantity before the first period counts 0. Model (42).
 */
final class PracticalConstraints implements ConstraintClass {
  @Override
  public void addTo(ClearingModel m) {
    if (!m.inEffect(ConstraintFamily.PRACTICAL)) {
      return;
    }
    List<DecisionVariable> variables = m.day().rules().variables();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < variables.size(); i++) {
      numbers.put(variables.get(i).id(), i);
      for (int t = 0; t < m.periodCount(); t++) {
        m.variable().set(i, t, column(m, variables.get(i), t));
      }
    }
    for (LinearConstraint constraint : m.day().rules().linear()) {
      if (constraint.inEffect()) {
        for (int t = 0; t < m.periodCount(); t++) {
          add(m, constraint, numbers, t);
        }
      }
    }
  }

  private static int column(ClearingModel m, DecisionVariable variable, int t) {
    double least = variable.min().at(t);
    double most = variable.max().at(t);
    double price = variable.yuanPerUnit().at(t);
    if (variable.part() == DecisionVariable.Part.SHORTFALL) {
      int column = m.penalised("B-26", "variable " + variable.id(), t, "MW", price);
      m.linear().tighten(column, least, most);
      return column;
    }
    return m.linear().addColumn(least, most, price * m.hours(), variable.whole());
  }

  private static void add(
      ClearingModel m, LinearConstraint constraint, Map<String, Integer> numbers, int t) {
    double least = constraint.min().at(t);
    double most = constraint.max().at(t);
    if (Double.isInfinite(least) && Double.isInfinite(most)) {
      return;
    }
    Terms terms = new Terms();
    for (LinearConstraint.Term term : constraint.terms()) {
      if (t >= term.lag() && term.coefficient().at(t) != 0) {
        add(m, terms, term, numbers, t);
      }
    }
    double price = constraint.penaltyYuanPerUnit();
    String element = "constraint " + constraint.id();
    if (Double.isFinite(least)) {
      terms.add(m.penalised("B-26", element, t, "", price), 1);
    }
    if (Double.isFinite(most)) {
      terms.add(m.penalised("B-26", element, t, "", price), -1);
    }
    m.price("B-26", constraint.id(), t, m.linear().addRow(least, most, terms));
  }

  private static void add(
      ClearingModel m,
      Terms terms,
      LinearConstraint.Term term,
      Map<String, Integer> numbers,
      int t) {
    int then = t - term.lag();
    double factor = term.coefficient().at(t);
    if (term.quantity() == LinearConstraint.Quantity.VARIABLE) {
      int number = Objects.requireNonNull(numbers.get(term.unit()));
      terms.add(m.variable().at(number, then), factor);
      return;
    }
    int unit = m.anyUnit(term.unit());
    switch (term.quantity()) {
      case OUTPUT -> m.addOutput(terms, unit, then, factor);
      case STATUS -> terms.add(m.on().at(unit, then), factor);
      case START -> terms.add(m.start().at(unit, then), factor);
      case STOP -> terms.add(m.stop().at(unit, then), factor);
      case RESERVE_UP -> m.addReserve(terms, unit, then, Direction.UP, factor);
      case VARIABLE -> throw new AssertionError("a variable is no unit");
    }
  }
}
