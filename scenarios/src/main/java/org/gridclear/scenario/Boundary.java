package org.gridclear.scenario;

import java.util.List;
import org.gridclear.market.InitialState;
import org.gridclear.quantity.Horizon;

/**
 * What one clearing hands to the next: statuses, outputs and levels over its horizon.
 * Written as {@code boundary.json} beside the tables of a case.
 *
 * @param horizon the horizon of the clearing
 * @param units thermal units
 * @param storage levels of storage units, in MWh
 * @param reservoirs volumes of reservoirs, in million m³
 * @param hvdc powers of decided HVDC lines, in MW
 */
public record Boundary(
    Horizon horizon,
    List<UnitPath> units,
    List<Level> storage,
    List<Level> reservoirs,
    List<Level> hvdc) {

  /**
   * A unit over the horizon.
   *
   * @param unit id of the unit
   * @param before state before the first period, null where it was not known
   * @param on status per period
   * @param mw output per period
   */
  public record UnitPath(String unit, InitialState before, boolean[] on, double[] mw) {
    /** The state after period {@code p} (-1 for before the first), null where it is not known. */
    InitialState after(int p, double hoursPerPeriod) {
      if (p < 0) {
        return before;
      }
      int same = p;
      while (same > 0 && on[same - 1] == on[p]) {
        same--;
      }
      double hours = (p - same + 1) * hoursPerPeriod;
      if (same == 0 && before != null && before.on() == on[0]) {
        hours += before.hours();
      }
      return new InitialState(on[p], hours, on[p] ? mw[p] : 0);
    }
  }

  /**
   * A quantity at the end of every period.
   *
   * @param id what it belongs to
   * @param value per period
   */
  public record Level(String id, double[] value) {}

  /** The period that ends at or before a minute of the day; -1 for before the first. */
  int periodBefore(int minute) {
    return Math.min(
        horizon.periodCount() - 1,
        Math.floorDiv(minute - horizon.startMinute(), horizon.minutesPerPeriod()) - 1);
  }

  /** The period in which a minute of the day lies, the last one where the horizon has ended. */
  int periodAt(int minute) {
    int period = Math.floorDiv(minute - horizon.startMinute(), horizon.minutesPerPeriod());
    return Math.max(0, Math.min(horizon.periodCount() - 1, period));
  }
}
