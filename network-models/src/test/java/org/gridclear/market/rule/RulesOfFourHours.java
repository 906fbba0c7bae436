package org.gridclear.market.rule;

import java.util.List;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/** Rules of four hours, on a part of them, on half hours and on two-hour periods. */
abstract class RulesOfFourHours {
  static final double INFINITE = Double.POSITIVE_INFINITY;
  static final Horizon HOURS = new Horizon(4, 60);
  static final PeriodMap PART = PeriodMap.part(HOURS, 1, 3);
  static final PeriodMap FINER = PeriodMap.days(HOURS, 0, 30, false);
  static final PeriodMap LONGER = PeriodMap.days(HOURS, 0, 120, false);
  static final Series ONE_TO_FOUR = Series.of(1, 2, 3, 4);
  static final Series TENS = Series.of(10, 20, 30, 40);

  static final Series PART_OF_ONE_TO_FOUR = Series.of(2, 3);
  static final Series FINER_ONE_TO_FOUR = Series.of(1, 1, 2, 2, 3, 3, 4, 4);
  static final Series LONGER_ONE_TO_FOUR = Series.of(1.5, 3.5);

  static final Series TENS_FINER = Series.of(10, 10, 20, 20, 30, 30, 40, 40);

  static RangeConstraint range(int from, int to) {
    return new RangeConstraint(
        "e",
        RangeKind.ENERGY,
        Scope.SYSTEM,
        true,
        from,
        to,
        Span.DAY,
        ONE_TO_FOUR,
        TENS,
        "",
        6,
        -1);
  }

  static LinearConstraint linear(int lag) {
    return new LinearConstraint(
        "c",
        true,
        List.of(
            new Term("g", Quantity.OUTPUT, ONE_TO_FOUR), new Term("h", Quantity.START, lag, TENS)),
        Series.of(-1, -2, -3, -4),
        Series.of(5, 6, 7, 8),
        9);
  }

  static OutputBands bands(int dwell) {
    return new OutputBands(
        "g", OutputBands.Kind.MILL, true, List.of(new OutputBands.Band(10, 20)), dwell, 4);
  }

  static Reservoir lake() {
    return new Reservoir(
        "l",
        List.of("g"),
        true,
        1.5,
        Series.of(11, 12, 13, 14),
        Series.of(21, 22, 23, 24),
        Series.of(31, 32, 33, 34),
        25,
        26,
        Series.of(41, 42, 43, 44),
        Series.of(51, 52, 53, 54),
        Series.of(61, 62, 63, 64),
        "m",
        1,
        70,
        List.of(71.0, 72.0, 73.0),
        80);
  }

  static SecurityCut cut(int period) {
    return new SecurityCut(2, false, "br", "c", period, true, 1.5, 90, 7, true);
  }
}
