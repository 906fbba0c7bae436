package org.gridclear.market.rule;

/** The quantities that a {@link RangeConstraint} can hold within a range. */
public enum RangeKind {
  /** Output of a unit or group, in MW (B-02). */
  OUTPUT("B-02", "MW", 3_500),
  /** Number of starts per day or horizon (B-05). */
  STARTS("B-05", "starts", 500_000),
  /** Number of stops per day or horizon (B-05). */
  STOPS("B-05", "stops", 500_000),
  /** Output that the operator has fixed, in MW (B-07). */
  FIXED_SCHEDULE("B-07", "MW", 4_000),
  /** Energy of a day, in MWh (B-08). */
  ENERGY("B-08", "MWh", 3_000),
  /** Number of units online (B-09). */
  UNITS_ONLINE("B-09", "units", 200_000),
  /** Reserve of a product held at a unit or group, in MW (B-10). */
  UNIT_RESERVE("B-10", "MW", 9_000),
  /** Reserve of a product that a run before has awarded to a unit, in MW (B-10, G-06). */
  AWARD("B-10", "MW", 9_000),
  /** Emission of a pollutant by a unit or plant, per day, in t (B-13). */
  EMISSION("B-13", "t", 20_000),
  /** Capacity of the units online, in MW (B-17). */
  MUST_RUN_CAPACITY("B-17", "MW", 4_500),
  /** Fuel burnt over the horizon, in t (B-21). */
  FUEL("B-21", "t", 20_000),
  /** Emission over the whole horizon at any scope, in t (B-23). */
  EMISSION_TOTAL("B-23", "t", 20_000);

  private final String row;
  private final String unit;
  private final double penaltyYuanPerUnit;

  RangeKind(String row, String unit, double penaltyYuanPerUnit) {
    this.row = row;
    this.unit = unit;
    this.penaltyYuanPerUnit = penaltyYuanPerUnit;
  }

  /** Row of the catalogue. */
  public String row() {
    return row;
  }

  /** Unit of the quantity and of its range. */
  public String unit() {
    return unit;
  }

  /** Price of leaving the range where a constraint names none, in yuan per unit (and hour). */
  public double penaltyYuanPerUnit() {
    return penaltyYuanPerUnit;
  }

  /** Whether it needs the name of a product, pollutant or fuel. */
  public boolean hasItem() {
    return isReserve() || this == EMISSION || this == FUEL || this == EMISSION_TOTAL;
  }

  /** Whether the quantity is reserve that units hold. */
  public boolean isReserve() {
    return this == UNIT_RESERVE || this == AWARD;
  }

  /** The span over which the quantity is added up where a constraint names none. */
  public Span span() {
    return switch (this) {
      case STARTS, STOPS, ENERGY, EMISSION -> Span.DAY;
      case FUEL, EMISSION_TOTAL -> Span.HORIZON;
      default -> Span.PERIOD;
    };
  }
}
