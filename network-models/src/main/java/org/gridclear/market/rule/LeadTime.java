package org.gridclear.market.rule;

/**
 * How long before a start of a unit it has to be decided (C-01). Before that time has passed from
 * the first period on, the unit starts only where the data give its status, that is where the start
 * was ordered before. Model (52).
 *
 * @param unit id of a thermal unit
 * @param hours from the order to the start
 * @param inEffect whether it counts
 */
public record LeadTime(String unit, double hours, boolean inEffect) {
  /** The same lead time in or out of effect. */
  public LeadTime switched(boolean on) {
    return new LeadTime(unit, hours, on);
  }
}
