package org.gridclear.casetable;

import org.gridclear.clearing.input.ConstraintFamily;

/** The four classes in which an operator manages constraints (B-01). */
enum ConstraintGroup {
  UNIT,
  SYSTEM_BALANCE,
  NETWORK,
  OTHER;

  /** The class of a family. */
  static ConstraintGroup of(ConstraintFamily family) {
    return switch (family) {
      case OUTPUT_RANGE,
          RAMPS,
          MIN_UP_DOWN,
          STARTS_MAX,
          LEAD_TIMES,
          TRAJECTORIES,
          FIXED_SCHEDULE,
          ENERGY,
          UNITS_ONLINE,
          UNIT_RESERVE,
          MILL_BANDS,
          VIBRATION_ZONES,
          EMISSION ->
          UNIT;
      case RESERVE, ZONAL_RESERVE, MUST_RUN_CAPACITY -> SYSTEM_BALANCE;
      case FLOWGATES, THERMAL, CONTINGENCIES -> NETWORK;
      case FUEL, HYDRO, EMISSION_TOTAL, SPILLAGE, HVDC, PRACTICAL -> OTHER;
    };
  }
}
