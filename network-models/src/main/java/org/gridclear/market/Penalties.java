package org.gridclear.market;

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
 */
public record Penalties(
    double balanceYuanPerMwh,
    double reserveYuanPerMwh,
    double contingencyYuanPerMwh,
    double thermalYuanPerMwh,
    double flowgateYuanPerMwh,
    double scheduleYuanPerMwh) {
  /** Balance last, then reserve, outages, thermal limits, flowgates (GAP-07). */
  public static final Penalties DEFAULT =
      new Penalties(20_000, 10_000, 7_000, 6_000, 5_000, 30_000);
}
