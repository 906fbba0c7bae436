package org.gridclear.market.series;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a series says, of what kind of thing, and in which unit (A-06, A-14, A-23, O-20 to O-25).
 */
public enum SeriesKind {
  /** Forecast of the system's load for the long cycle. */
  LOAD_FORECAST_HORIZON("MW", Subject.SYSTEM),
  /** Forecast of the system's load for the day ahead. */
  LOAD_FORECAST_SHORT("MW", Subject.SYSTEM),
  /** Forecast of the system's load for the next hours. */
  LOAD_FORECAST_ULTRA_SHORT("MW", Subject.SYSTEM),
  /** Share of the system's load at a bus; those of all buses add up to 1. */
  BUS_FACTOR("share", Subject.BUS),
  /** Forecast of the load at a bus. */
  BUS_LOAD_FORECAST("MW", Subject.BUS),
  /** Forecast of the load of a zone. */
  ZONE_LOAD_FORECAST("MW", Subject.ZONE),
  /** Forecast of a unit that follows wind, sun or water. */
  RENEWABLE_FORECAST("MW", Subject.UNIT),
  /** Forecast of all those units together. */
  RENEWABLE_FORECAST_TOTAL("MW", Subject.SYSTEM),
  /** Scheduled import of an interchange; negative for export. */
  TIE_LINE_SCHEDULE("MW", Subject.INTERCHANGE),
  /** Stability limit of a branch, in both directions. */
  BRANCH_LIMIT("MW", Subject.BRANCH),
  /** Limit of an interface in its positive direction. */
  INTERFACE_LIMIT("MW", Subject.INTERFACE),
  /** Limit of an interface in its negative direction, as a positive number. */
  INTERFACE_REVERSE_LIMIT("MW", Subject.INTERFACE),
  /** Reserve that is required. */
  RESERVE_REQUIREMENT("MW", Subject.RESERVE),
  /** Actual load of the system. */
  LOAD_ACTUAL("MW", Subject.SYSTEM),
  /** Actual output of a unit, live (O-22). */
  UNIT_OUTPUT_LIVE("MW", Subject.UNIT),
  /** Annual or monthly plan of a unit's energy. */
  GENERATION_PLAN("MWh", Subject.UNIT),
  /** Generated energy of a unit (O-23). */
  UNIT_ENERGY_GENERATED("MWh", Subject.UNIT),
  /** On-grid energy of a unit (O-13, O-23). */
  UNIT_ENERGY_ON_GRID("MWh", Subject.UNIT),
  /** Consumption of a user (O-24). */
  USER_ENERGY("MWh", Subject.USER),
  /** Forward reading of a meter's register (O-20). */
  METER_READING_FORWARD("MWh", Subject.METER),
  /** Reverse reading of a meter's register (O-20). */
  METER_READING_REVERSE("MWh", Subject.METER),
  /** Forward energy of a meter (O-21). */
  METER_ENERGY_FORWARD("MWh", Subject.METER),
  /** Reverse energy of a meter (O-21). */
  METER_ENERGY_REVERSE("MWh", Subject.METER),
  /** Decomposed power of a contract (O-25). */
  CONTRACT_POWER("MW", Subject.CONTRACT),
  /** Price curve of a contract (O-25). */
  CONTRACT_PRICE("money/MWh", Subject.CONTRACT),
  /** Kind of a day: 0 working day, 1 day of rest, 2 holiday. */
  DAY_TYPE("code", Subject.SYSTEM);

  /** The only subject of a kind of the whole system. */
  public static final String SYSTEM = "system";

  /** What a series is of. */
  public enum Subject {
    SYSTEM,
    BUS,
    ZONE,
    UNIT,
    INTERCHANGE,
    BRANCH,
    INTERFACE,
    RESERVE,
    USER,
    METER,
    CONTRACT;

    /** Name in messages. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String unit;
  private final Subject subject;

  SeriesKind(String unit, Subject subject) {
    this.unit = unit;
    this.subject = subject;
  }

  /** Unit of its values; a file has to say the same. */
  public String unit() {
    return unit;
  }

  /** What it is of. */
  public Subject subject() {
    return subject;
  }

  /** Whether the values of all subjects belong together, so that versions are never mixed. */
  public boolean whole() {
    return this == BUS_FACTOR;
  }

  /** Whether a value is a mean over its step, so that means of values are values. */
  public boolean averages() {
    return unit.equals("MW");
  }

  /** Name in files and commands, such as {@code load-forecast-short}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a name. */
  public static Optional<SeriesKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** Names of all kinds. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(SeriesKind::label).toList();
  }

  @Override
  public String toString() {
    return label();
  }
}
