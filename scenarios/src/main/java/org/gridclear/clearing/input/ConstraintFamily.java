package org.gridclear.clearing.input;

import java.util.Arrays;
import java.util.Optional;
import org.gridclear.market.rule.RangeKind;

/** The families of constraints that a case can switch off, by the id of docs/model.md. */
public enum ConstraintFamily {
  OUTPUT_RANGE("B-02"),
  RAMPS("B-03"),
  MIN_UP_DOWN("B-04"),
  STARTS_MAX("B-05"),
  TRAJECTORIES("B-06"),
  FIXED_SCHEDULE("B-07"),
  ENERGY("B-08"),
  UNITS_ONLINE("B-09"),
  UNIT_RESERVE("B-10"),
  MILL_BANDS("B-11"),
  VIBRATION_ZONES("B-12"),
  EMISSION("B-13"),
  RESERVE("B-15"),
  ZONAL_RESERVE("B-16"),
  MUST_RUN_CAPACITY("B-17"),
  FLOWGATES("B-18"),
  THERMAL("B-19"),
  CONTINGENCIES("B-20"),
  FUEL("B-21"),
  HYDRO("B-22"),
  EMISSION_TOTAL("B-23"),
  SPILLAGE("B-24"),
  HVDC("B-25"),
  PRACTICAL("B-26"),
  LEAD_TIMES("C-01");

  private final String id;

  ConstraintFamily(String id) {
    this.id = id;
  }

  /** The id in the catalogue, such as {@code B-19}. */
  public String id() {
    return id;
  }

  /** The family whose switch a range obeys. */
  public static ConstraintFamily of(RangeKind kind) {
    return switch (kind) {
      case OUTPUT -> OUTPUT_RANGE;
      case STARTS, STOPS -> STARTS_MAX;
      case FIXED_SCHEDULE -> FIXED_SCHEDULE;
      case ENERGY -> ENERGY;
      case UNITS_ONLINE -> UNITS_ONLINE;
      case UNIT_RESERVE, AWARD -> UNIT_RESERVE;
      case EMISSION -> EMISSION;
      case MUST_RUN_CAPACITY -> MUST_RUN_CAPACITY;
      case FUEL -> FUEL;
      case EMISSION_TOTAL -> EMISSION_TOTAL;
    };
  }

  /** The family with this id or name. */
  public static Optional<ConstraintFamily> of(String text) {
    return Arrays.stream(values())
        .filter(
            f -> f.id.equalsIgnoreCase(text) || f.name().equalsIgnoreCase(text.replace('-', '_')))
        .findFirst();
  }
}
