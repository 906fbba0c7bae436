package org.gridclear.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * Prices of relaxing a constraint, in yuan/MWh. They also set the order: the cheapest gives first.
 *
 * @param balanceYuanPerMwh load not served or generation not absorbed; gives last
 * @param reserveYuanPerMwh reserve shortfall
 * @param contingencyYuanPerMwh overload after an outage
 * @param thermalYuanPerMwh overload of a branch
 * @param flowgateYuanPerMwh overload of a flowgate
 * @param scheduleYuanPerMwh violation of a unit's own ramp, must-run, status or level; used only
 *     when a case has no solution otherwise
 * @param balanceByPeriod takes the place of {@code balanceYuanPerMwh} where it differs by period;
 *     null where it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Penalties(
    double balanceYuanPerMwh,
    double reserveYuanPerMwh,
    double contingencyYuanPerMwh,
    double thermalYuanPerMwh,
    double flowgateYuanPerMwh,
    double scheduleYuanPerMwh,
    @Nullable Series balanceByPeriod) {
  /** Balance last, then reserve, outages, thermal limits, flowgates (GAP-07). */
  public static final Penalties DEFAULT =
      new Penalties(20_000, 10_000, 7_000, 6_000, 5_000, 30_000);

  /** The same prices in all periods. */
  public Penalties(
      double balanceYuanPerMwh,
      double reserveYuanPerMwh,
      double contingencyYuanPerMwh,
      double thermalYuanPerMwh,
      double flowgateYuanPerMwh,
      double scheduleYuanPerMwh) {
    this(
        balanceYuanPerMwh,
        reserveYuanPerMwh,
        contingencyYuanPerMwh,
        thermalYuanPerMwh,
        flowgateYuanPerMwh,
        scheduleYuanPerMwh,
        null);
  }

  /** Price of load not served or generation not absorbed in period {@code t}. */
  public double balanceYuanPerMwh(int t) {
    return balanceByPeriod == null ? balanceYuanPerMwh : balanceByPeriod.at(t);
  }

  /** The same prices on other periods. */
  public Penalties on(PeriodMap map) {
    return balanceByPeriod == null ? this : withBalance(map.of(balanceByPeriod));
  }

  /** The same with another price of the balance per period; null for the same in all. */
  public Penalties withBalance(Series byPeriod) {
    return new Penalties(
        balanceYuanPerMwh,
        reserveYuanPerMwh,
        contingencyYuanPerMwh,
        thermalYuanPerMwh,
        flowgateYuanPerMwh,
        scheduleYuanPerMwh,
        byPeriod);
  }
}
