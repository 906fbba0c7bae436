package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.DecisionVariable.Part;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.quantity.Series;

/** Variables and constraints of a file that become data of the case (B-26). */
final class EgretRows {
  private static final double FREE = Double.POSITIVE_INFINITY;

  private final int periods;
  private final List<DecisionVariable> variables = new ArrayList<>();
  private final List<LinearConstraint> constraints = new ArrayList<>();

  EgretRows(int periods) {
    this.periods = periods;
  }

  List<DecisionVariable> variables() {
    return Collections.unmodifiableList(variables);
  }

  List<LinearConstraint> constraints() {
    return Collections.unmodifiableList(constraints);
  }

  int periods() {
    return periods;
  }

  Series constant(double value) {
    return Series.constant(value, periods);
  }

  /** A series by a function of the period from 0. */
  Series by(IntToDoubleFunction value) {
    return Series.of(IntStream.range(0, periods).mapToDouble(value).toArray());
  }

  /**
   * A variable of 0 or more.
   *
   * @param yuanPerUnit its price per hour
   */
  String variable(String id, Series max, Series yuanPerUnit, Part part) {
    variables.add(new DecisionVariable(id, false, constant(0), max, yuanPerUnit, part));
    return id;
  }

  /** A choice of 0 or 1 within limits. */
  String choice(String id, Series min, Series max, Series yuanPerUnit, Part part) {
    variables.add(new DecisionVariable(id, true, min, max, yuanPerUnit, part));
    return id;
  }

  /** {@code Σ terms ≤ max}, which must be kept. */
  void atMost(String id, Series max, List<Term> terms) {
    add(id, constant(-FREE), max, terms, FREE);
  }

  /** {@code Σ terms ≥ min}, which must be kept. */
  void atLeast(String id, Series min, List<Term> terms) {
    add(id, min, constant(FREE), terms, FREE);
  }

  void add(String id, Series min, Series max, List<Term> terms, double penalty) {
    List<Term> counted =
        terms.stream()
            .filter(term -> term.coefficient().min() != 0 || term.coefficient().max() != 0)
            .toList();
    constraints.add(new LinearConstraint(id, true, counted, min, max, penalty));
  }

  Term term(String of, Quantity quantity, double coefficient) {
    return new Term(of, quantity, constant(coefficient));
  }

  Term value(String variable, double coefficient) {
    return term(variable, Quantity.VARIABLE, coefficient);
  }
}
