package org.gridclear.market.constraint;

import java.util.List;

/**
 * Bands of output in which a unit must not stay: around the switching points of coal mills (B-11)
 * or vibration zones of a hydro unit (B-12). A schedule may cross a band between periods.
 *
 * @param unit id of a thermal unit
 * @param kind why
 * @param inEffect whether they count
 * @param bands the bands, apart from each other and rising
 * @param dwellPeriodsMax most periods in a row that may end inside a band; 0 forbids it
 * @param crossingsPerDayMax most crossings of each band in a day; negative for no limit
 */
public record OutputBands(
    String unit,
    Kind kind,
    boolean inEffect,
    List<Band> bands,
    int dwellPeriodsMax,
    int crossingsPerDayMax) {
  public OutputBands {
    bands = List.copyOf(bands);
  }

  /** Why a band is to be avoided. */
  public enum Kind {
    /** A coal mill is switched there. */
    MILL("B-11"),
    /** A turbine vibrates there. */
    VIBRATION("B-12");

    private final String row;

    Kind(String row) {
      this.row = row;
    }

    /** Row of the catalogue. */
    public String row() {
      return row;
    }
  }

  /**
   * An open interval of output.
   *
   * @param fromMw lower end, still allowed
   * @param toMw upper end, still allowed
   */
  public record Band(double fromMw, double toMw) {}

  /** The same in or out of effect. */
  public OutputBands switched(boolean on) {
    return new OutputBands(unit, kind, on, bands, dwellPeriodsMax, crossingsPerDayMax);
  }

  /** The same bands on a grid of so many times more periods. */
  public OutputBands finer(int times) {
    return new OutputBands(
        unit, kind, inEffect, bands, dwellPeriodsMax * times, crossingsPerDayMax);
  }
}
