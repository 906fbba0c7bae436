package org.gridclear.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do. Money is that of the case, energy of the whole horizon.
 *
 * @param commitment what is held as it was, in words
 * @param notices what else somebody must know
 * @param currency what money is counted in
 * @param objectiveBefore objective of the kept schedule
 * @param objectiveAfter objective with the change
 * @param shedBeforeMwh load not served
 * @param shedAfterMwh load not served with the change
 * @param price the price that was asked for; null where no bus and period were named
 * @param periods prices of every period
 * @param units what gives or takes another power, most MWh first
 * @param buses buses whose price changes, most first
 * @param limits limits whose shadow price changes, most first
 * @param seconds how long the dispatch took
 */
public record WhatIfAnswer(
    String commitment,
    List<String> notices,
    String currency,
    double objectiveBefore,
    double objectiveAfter,
    double shedBeforeMwh,
    double shedAfterMwh,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BusPrice price,
    List<PeriodPrices> periods,
    Some<UnitChange> units,
    Some<BusPrice> buses,
    Some<LimitChange> limits,
    double seconds) {
  /** What is said of the commitment. */
  static final String KEPT =
      "The commitment of the kept run is fixed: no unit starts or stops for the change.";

  public WhatIfAnswer {
    notices = List.copyOf(notices);
    periods = List.copyOf(periods);
  }

  /**
   * Some of many.
   *
   * @param count how many there are
   * @param rows the first of them
   */
  public record Some<T>(int count, List<T> rows) {
    public Some {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Price of a bus in a period.
   *
   * @param period number, from 1
   */
  public record BusPrice(
      String bus, int period, String time, double beforeYuanPerMwh, double afterYuanPerMwh) {}

  /**
   * Prices of a period over all buses; the mean is weighted by load.
   *
   * @param period number, from 1
   */
  public record PeriodPrices(
      int period,
      String time,
      double minBefore,
      double meanBefore,
      double maxBefore,
      double minAfter,
      double meanAfter,
      double maxAfter) {}

  /**
   * Energy of a unit, storage unit (what it gives less what it takes) or flexible load.
   *
   * @param kind unit, storage or load
   * @param beforeMw power in the period of interest; the greatest change's where none was named
   */
  public record UnitChange(
      String kind,
      String id,
      String bus,
      double beforeMwh,
      double afterMwh,
      int period,
      double beforeMw,
      double afterMw) {}

  /**
   * Shadow price of a limit in a period; 0 where it does not bind.
   *
   * @param outage the contingency after which it counts; "" for the intact grid
   * @param period number, from 1
   */
  public record LimitChange(
      String constraint,
      String element,
      String outage,
      int period,
      double beforeYuanPerMwh,
      double afterYuanPerMwh) {}
}
