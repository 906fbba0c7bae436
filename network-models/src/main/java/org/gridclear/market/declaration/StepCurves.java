package org.gridclear.market.declaration;

import java.util.Arrays;
import java.util.List;

/**
 * The curve of each period.
 *
 * @param curves one for all periods of the date, or one per period
 */
public record StepCurves(List<StepCurve> curves) {
  public StepCurves {
    curves = List.copyOf(curves);
  }

  /** The curve of period {@code t}, counted from 0. */
  public StepCurve at(int t) {
    return curves.size() == 1 ? curves.get(0) : curves.get(t);
  }

  /** The curves of other periods, each that of a period of this one. */
  StepCurves in(int[] periods) {
    return curves.size() == 1
        ? this
        : new StepCurves(Arrays.stream(periods).mapToObj(curves::get).toList());
  }

  /** Whether there is a curve for each of so many periods. */
  public boolean fits(int periodCount) {
    return curves.size() == 1 || curves.size() == periodCount;
  }
}
