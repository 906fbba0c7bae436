package org.gridclear.market.rule;

import java.util.List;

/**
 * A named set of units, such as a plant.
 *
 * @param id unique among groups
 * @param units ids of its units
 */
public record UnitGroup(String id, List<String> units) {
  public UnitGroup {
    units = List.copyOf(units);
  }
}
