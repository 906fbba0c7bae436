package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param insidePeriodsBefore periods in a row before the first one that ended inside a band
 * @param crossingsOfDay crossings of each band on the day of the first period before it; empty for
 *     none
 */
public record OutputBands(
    String unit,
    Kind kind,
    boolean inEffect,
    List<Band> bands,
    int dwellPeriodsMax,
    int crossingsPerDayMax,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int insidePeriodsBefore,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> crossingsOfDay) {
  /** Bands of a unit of which nothing is used before the first period. */
  public OutputBands(
      String unit,
      Kind kind,
      boolean inEffect,
      List<Band> bands,
      int dwellPeriodsMax,
      int crossingsPerDayMax) {
    this(unit, kind, inEffect, bands, dwellPeriodsMax, crossingsPerDayMax, 0, List.of());
  }

  public OutputBands {
    bands = List.copyOf(bands);
    crossingsOfDay = crossingsOfDay == null ? List.of() : List.copyOf(crossingsOfDay);
  }

  /** Crossings of the band of a number on the day of the first period before it. */
  public int crossingsBefore(int band) {
    return crossingsOfDay.isEmpty() ? 0 : crossingsOfDay.get(band);
  }

  /** The same after so many periods inside a band, and crossings of each band of the day. */
  public OutputBands after(int insidePeriods, List<Integer> crossings) {
    return new OutputBands(
        unit, kind, inEffect, bands, dwellPeriodsMax, crossingsPerDayMax, insidePeriods, crossings);
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
    return new OutputBands(
        unit,
        kind,
        on,
        bands,
        dwellPeriodsMax,
        crossingsPerDayMax,
        insidePeriodsBefore,
        crossingsOfDay);
  }

  /** The same bands on a grid of so many times more periods. */
  public OutputBands finer(int times) {
    return new OutputBands(
        unit,
        kind,
        inEffect,
        bands,
        dwellPeriodsMax * times,
        crossingsPerDayMax,
        insidePeriodsBefore * times,
        crossingsOfDay);
  }
}
