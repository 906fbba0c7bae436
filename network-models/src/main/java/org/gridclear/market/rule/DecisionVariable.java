package org.gridclear.market.rule;

import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/**
 * A quantity that the catalogue does not know, decided in every period together with everything
 * else (B-26): constraints given as data tie it to the output and status of units.
 *
 * @param id unique among variables
 * @param whole whether it is a whole number
 * @param min least value per period
 * @param max greatest value per period
 * @param yuanPerUnit what a unit of it costs per hour
 * @param part which part of the objective its cost belongs to
 */
public record DecisionVariable(
    String id, boolean whole, Series min, Series max, Series yuanPerUnit, Part part) {

  /** Parts of the objective. */
  public enum Part {
    /** Running cost of units. */
    ENERGY,
    /** Price of reserve and regulation. */
    ANCILLARY,
    /** Price of something required that is missing; the clearing reports it as relaxed. */
    SHORTFALL
  }

  /** The same variable on other periods. */
  public DecisionVariable on(PeriodMap map) {
    return new DecisionVariable(id, whole, map.of(min), map.of(max), map.of(yuanPerUnit), part);
  }
}
