package org.gridclear.clearing.constraint.range;

import java.util.function.IntFunction;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Span;
import org.gridclear.solver.Terms;

/**
 * Rows of the range constraints of one kind: {@code min ≤ used + Σ quantity + under − over ≤ max}
 * over each span. The classes of the catalogue name the quantity. Model (30).
 */
final class RangeRows {
  private final ClearingModel m;
  private final ConstraintFamily family;

  private RangeRows(ClearingModel m, ConstraintFamily family) {
    this.m = m;
    this.family = family;
  }

  /** The quantity of a period, as terms. */
  interface Quantity {
    /** Adds what the constraint counts in period {@code t} to {@code terms}. */
    void add(Terms terms, RangeConstraint range, int t);
  }

  /** Adds the rows of every constraint of a kind that is in effect. */
  static void add(ClearingModel m, RangeKind kind, ConstraintFamily family, Quantity quantity) {
    if (!m.inEffect(family)) {
      return;
    }
    for (RangeConstraint range : m.day().rules().ranges()) {
      if (range.kind() == kind && range.inEffect()) {
        new RangeRows(m, family).add(range, quantity);
      }
    }
  }

  private void add(RangeConstraint range, Quantity quantity) {
    IntFunction<Integer> spanOf =
        t ->
            range.span() == Span.PERIOD
                ? t
                : range.span() == Span.DAY ? m.day().horizon().dayOf(t) : 0;
    int t = range.from();
    boolean first = true;
    while (t < range.to()) {
      int begin = t;
      Terms terms = new Terms();
      while (t < range.to() && spanOf.apply(t).equals(spanOf.apply(begin))) {
        quantity.add(terms, range, t);
        t++;
      }
      row(range, begin, terms, first ? range.used() : 0);
      first = false;
    }
  }

  private void row(RangeConstraint range, int begin, Terms terms, double used) {
    boolean perPeriod = range.span() == Span.PERIOD;
    int period = perPeriod ? begin : -1;
    double price = range.penalty() * (perPeriod ? m.hours() : 1);
    String element = "constraint " + range.id();
    double min = range.min().at(begin) - used;
    double max = range.max().at(begin) - used;
    if (Double.isFinite(min)) {
      terms.add(slack(range, element, begin, price), 1);
    }
    if (Double.isFinite(max)) {
      terms.add(slack(range, element, begin, price), -1);
    }
    int priced = range.span() == Span.HORIZON ? -1 : begin;
    m.price(family.id(), range.id(), priced, m.linear().addRow(min, max, terms));
  }

  private int slack(RangeConstraint range, String element, int begin, double price) {
    String unit = range.kind().unit();
    return switch (range.span()) {
      case PERIOD -> m.slack(family.id(), element, begin, unit, price);
      case DAY -> m.slackOfDay(family.id(), element, m.day().horizon().dayOf(begin), unit, price);
      case HORIZON -> m.slack(family.id(), element, -1, unit, price);
    };
  }
}
