package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/**
 * A quantity of some units kept between two limits.
 *
 * @param id unique among constraints
 * @param kind the quantity
 * @param scope the units whose quantity is added up
 * @param inEffect whether it counts
 * @param from first period in which it counts
 * @param to one past the last period
 * @param span over what the quantity is added up
 * @param min least value per period; of a longer span the value of its first period; may be
 *     -Infinity
 * @param max greatest value, likewise; may be Infinity
 * @param item reserve product, pollutant or fuel; "" for other kinds
 * @param used what was used of the first span before the first period (AMB-03)
 * @param penaltyYuanPerUnit price of leaving the range, per unit and (where the span is a period)
 *     hour; negative for that of the kind
 */
public record RangeConstraint(
    String id,
    RangeKind kind,
    Scope scope,
    boolean inEffect,
    int from,
    int to,
    Span span,
    Series min,
    Series max,
    String item,
    double used,
    double penaltyYuanPerUnit) {
  /** What leaving the range costs. */
  @JsonIgnore
  public double penalty() {
    return penaltyYuanPerUnit >= 0 ? penaltyYuanPerUnit : kind.penaltyYuanPerUnit();
  }

  /**
   * The same constraint on other periods, one for every run of them; what was used before belongs
   * to the first.
   */
  public List<RangeConstraint> on(PeriodMap map) {
    List<RangeConstraint> list = new ArrayList<>();
    for (int[] run : map.runs(from, to)) {
      list.add(
          new RangeConstraint(
              list.isEmpty() ? id : id + " #" + (list.size() + 1),
              kind,
              scope,
              inEffect,
              run[0],
              run[1],
              span,
              map.of(min),
              map.of(max),
              item,
              list.isEmpty() ? used : 0,
              penaltyYuanPerUnit));
    }
    return list;
  }

  /** The same constraint with this used before the first period. */
  public RangeConstraint withUsed(double before) {
    return new RangeConstraint(
        id, kind, scope, inEffect, from, to, span, min, max, item, before, penaltyYuanPerUnit);
  }

  /** The same constraint with so much less in the periods from one on. */
  public RangeConstraint lessFrom(int period, double amount) {
    return new RangeConstraint(
        id,
        kind,
        scope,
        inEffect,
        from,
        to,
        span,
        less(min, period, amount),
        less(max, period, amount),
        item,
        used,
        penaltyYuanPerUnit);
  }

  private static Series less(Series series, int from, double amount) {
    return Series.of(
        IntStream.range(0, series.size())
            .mapToDouble(t -> t < from ? series.at(t) : series.at(t) - amount)
            .toArray());
  }

  /** The same in or out of effect. */
  public RangeConstraint switched(boolean on) {
    return new RangeConstraint(
        id, kind, scope, on, from, to, span, min, max, item, used, penaltyYuanPerUnit);
  }
}
