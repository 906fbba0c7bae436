package org.gridclear.casetable;

import static java.lang.Double.NaN;

import java.util.Locale;
import org.gridclear.casetable.ConstraintRows.State;
import org.gridclear.casetable.ConstraintRows.Subject;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.Span;

/** Quantities that are kept in ranges. */
final class RangeConstraints {
  private RangeConstraints() {}

  /** Adds those of a class. */
  static void add(MarketDay day, ConstraintRows rows, ConstraintGroup group) {
    for (RangeConstraint range : day.rules().ranges()) {
      if (ConstraintGroup.of(ConstraintFamily.of(range.kind())) == group) {
        add(day, rows, range);
      }
    }
  }

  private static void add(MarketDay day, ConstraintRows rows, RangeConstraint range) {
    String words =
        "%s, over the %s%s%s"
            .formatted(
                range.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                range.span().name().toLowerCase(Locale.ROOT),
                range.item().isEmpty() ? "" : ", " + range.item(),
                range.used() == 0 ? "" : ", used before: " + range.used());
    rows.add(
        Subject.of(
                ConstraintFamily.of(range.kind()),
                range.id(),
                range.scope().label(),
                range.kind().unit(),
                words)
            .switchedBy(range.id()),
        t -> state(day, range, t));
  }

  private static State state(MarketDay day, RangeConstraint range, int t) {
    if (t < range.from() || t >= range.to()) {
      return new State("outside its periods", NaN, NaN, NaN);
    }
    int begin = firstOfSpan(day, range, t);
    double min = range.min().at(begin);
    double max = range.max().at(begin);
    return State.on(min, max, range.penalty())
        .onlyIf(range.inEffect(), "switched off")
        .onlyIf(Double.isFinite(min) || Double.isFinite(max), "no limit");
  }

  /** A limit of a longer span is that of its first period in which the constraint counts. */
  private static int firstOfSpan(MarketDay day, RangeConstraint range, int t) {
    int begin = t;
    while (begin > range.from()
        && range.span() != Span.PERIOD
        && (range.span() == Span.HORIZON
            || day.horizon().dayOf(begin - 1) == day.horizon().dayOf(t))) {
      begin--;
    }
    return begin;
  }
}
