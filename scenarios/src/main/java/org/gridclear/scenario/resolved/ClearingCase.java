package org.gridclear.scenario.resolved;

import java.util.EnumSet;
import java.util.Set;
import org.gridclear.market.MarketDay;

/**
 * One case to clear.
 *
 * @param name unique within its study
 * @param day the base with the case's changes applied
 * @param switchedOff constraint families out of effect
 */
public record ClearingCase(String name, MarketDay day, Set<ConstraintFamily> switchedOff) {
  public ClearingCase {
    switchedOff =
        switchedOff.isEmpty()
            ? EnumSet.noneOf(ConstraintFamily.class)
            : EnumSet.copyOf(switchedOff);
  }

  /** A day as it is, with every constraint in effect. */
  public static ClearingCase of(MarketDay day) {
    return new ClearingCase(day.name(), day, Set.of());
  }

  /** Whether a family is in effect. */
  public boolean inEffect(ConstraintFamily family) {
    return !switchedOff.contains(family);
  }
}
