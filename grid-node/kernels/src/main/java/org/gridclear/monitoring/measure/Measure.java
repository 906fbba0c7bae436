package org.gridclear.monitoring.measure;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.settlement.formula.Unit;

/** What a formula of an index can name: one number a period (docs/monitoring.md). */
public enum Measure {
  /** Length of the period. */
  HOURS("h"),
  /** Load asked for. */
  DEMAND_MW("MW"),
  /** Load served. */
  SERVED_MW("MW"),
  /** Output of units. */
  OUTPUT_MW("MW"),
  /** Greatest output that units could have, running or not. */
  AVAILABLE_MW("MW"),
  /** Greatest output of units that run, and of those that need not be switched on. */
  ONLINE_MW("MW"),
  /** Greatest output that is offered. */
  OFFERED_MW("MW"),
  /** Least output of the thermal units that run: what cannot be contested. */
  MUST_RUN_MW("MW"),
  /** Output of renewable units. */
  RENEWABLE_MW("MW"),
  /** Greatest output that renewable units could have. */
  RENEWABLE_AVAILABLE_MW("MW"),
  /** Discharge less charge of storage units. */
  STORAGE_MW("MW"),
  /** Starts of units. */
  STARTS("1"),
  /** Price weighted by the load served (EQ-02); without load the mean over buses. */
  PRICE("yuan/MWh"),
  /** Highest price of a bus. */
  HIGHEST_PRICE("yuan/MWh"),
  /** Lowest price of a bus. */
  LOWEST_PRICE("yuan/MWh"),
  /** What units are paid for energy. */
  REVENUE("yuan"),
  /** What the energy of units costs by their offers. */
  OFFERED_COST("yuan"),
  /** What loads pay for energy. */
  PAYMENT("yuan"),
  /** Congestion rent (EQ-26). */
  CONGESTION("yuan"),
  /** Reserve held for requirements. */
  RESERVE_MW("MW"),
  /** Reserve required. */
  RESERVE_REQUIRED_MW("MW"),
  /** Reserve that is missing. */
  RESERVE_MISSING_MW("MW"),
  /** Reserve held at its price. */
  RESERVE_COST("yuan");

  private final Unit unit;

  Measure(String unit) {
    this.unit = Unit.parse(unit);
  }

  /** Its name in formulas: {@code reserveRequiredMw}. */
  public String word() {
    StringBuilder word = new StringBuilder();
    for (String part : (Iterable<String>) Stream.of(name().split("_", -1))::iterator) {
      String lower = part.toLowerCase(Locale.ROOT);
      word.append(
          word.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return word.toString();
  }

  /** Its unit. */
  public Unit unit() {
    return unit;
  }

  /** The units of all. */
  public static Map<String, Unit> units() {
    return Stream.of(values()).collect(Collectors.toMap(Measure::word, Measure::unit));
  }
}
