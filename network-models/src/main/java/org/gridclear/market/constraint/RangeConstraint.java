package org.gridclear.market.constraint;

import com.fasterxml.jackson.annotation.JsonIgnore;
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

  /** The same constraint for the first {@code periodCount} periods. */
  public RangeConstraint head(int periodCount) {
    return new RangeConstraint(
        id,
        kind,
        scope,
        inEffect,
        from,
        Math.min(to, periodCount),
        span,
        min.head(periodCount),
        max.head(periodCount),
        item,
        used,
        penaltyYuanPerUnit);
  }

  /** The same in or out of effect. */
  public RangeConstraint switched(boolean on) {
    return new RangeConstraint(
        id, kind, scope, on, from, to, span, min, max, item, used, penaltyYuanPerUnit);
  }
}
