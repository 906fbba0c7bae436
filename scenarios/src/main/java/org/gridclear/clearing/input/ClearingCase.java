package org.gridclear.clearing.input;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.network.HvdcLine;

/**
 * One case to clear.
 *
 * @param name unique within its study
 * @param day the base with the case's changes applied
 * @param market which market clears it
 * @param switchedOff constraint families out of effect
 */
public record ClearingCase(
    String name, MarketDay day, Market market, Set<ConstraintFamily> switchedOff) {
  public ClearingCase {
    switchedOff =
        switchedOff.isEmpty()
            ? EnumSet.noneOf(ConstraintFamily.class)
            : EnumSet.copyOf(switchedOff);
  }

  /** A case of the day-ahead market. */
  public ClearingCase(String name, MarketDay day, Set<ConstraintFamily> switchedOff) {
    this(name, day, Market.DA, switchedOff);
  }

  /** A day as it is, with every constraint in effect. */
  public static ClearingCase of(MarketDay day) {
    return new ClearingCase(day.name(), day, Set.of());
  }

  /** The same case in another market. */
  public ClearingCase in(Market changed) {
    return new ClearingCase(name, day, changed, switchedOff);
  }

  /** The same case with another day. */
  public ClearingCase withDay(MarketDay changed) {
    return new ClearingCase(name, changed, market, switchedOff);
  }

  /** Whether a family is in effect. */
  public boolean inEffect(ConstraintFamily family) {
    return market.has(family) && !switchedOff.contains(family);
  }

  /**
   * Schedules of the HVDC lines in service that the case decides, in the order in which results
   * list them.
   */
  public List<HvdcSchedule> decidedHvdc() {
    if (day.rules().hvdcSchedules().isEmpty()) {
      return List.of();
    }
    Set<String> inService =
        day.network().hvdcLines().stream()
            .filter(HvdcLine::inService)
            .map(HvdcLine::id)
            .collect(Collectors.toSet());
    return day.rules().hvdcSchedules().stream()
        .filter(schedule -> schedule.inEffect() && inEffect(ConstraintFamily.HVDC))
        .filter(schedule -> inService.contains(schedule.line()))
        .toList();
  }

  /** Reservoirs that the case decides, in the order in which results list them. */
  public List<Reservoir> decidedReservoirs() {
    if (day.rules().reservoirs().isEmpty()) {
      return List.of();
    }
    return day.rules().reservoirs().stream()
        .filter(reservoir -> reservoir.inEffect() && inEffect(ConstraintFamily.HYDRO))
        .toList();
  }

  /** Whether a kind of product is cleared. */
  public boolean clears(ReserveProduct.Kind kind) {
    return market.has(kind);
  }
}
