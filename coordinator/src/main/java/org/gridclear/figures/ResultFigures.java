package org.gridclear.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result in series, one number per period; what the asker may not see is not there.
 *
 * @param title what it is the result of
 * @param currency what money is counted in
 * @param minutes length of a period
 * @param times when each period begins
 * @param loadMw load asked for; null where it may not be seen
 * @param fuels output by fuel, the one with the most energy first
 * @param lmp lowest, mean and highest price; null where there are none
 * @param peaks the dearest periods with what binds then, the dearest first
 * @param units output of units, by their first period on
 * @param reserves what is held against what is required
 * @param notices what somebody must know of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultFigures(
    String title,
    String currency,
    int minutes,
    List<String> times,
    double @Nullable [] loadMw,
    List<Fuel> fuels,
    @Nullable Band lmp,
    List<Peak> peaks,
    Units units,
    List<Reserve> reserves,
    List<String> notices) {
  public ResultFigures(
      String title,
      String currency,
      int minutes,
      List<String> times,
      double @Nullable [] loadMw,
      List<Fuel> fuels,
      @Nullable Band lmp,
      List<Peak> peaks,
      Units units,
      List<Reserve> reserves,
      List<String> notices) {
    this.title = title;
    this.currency = currency;
    this.minutes = minutes;
    this.times = List.copyOf(times);
    this.loadMw = loadMw;
    this.fuels = List.copyOf(fuels);
    this.lmp = lmp;
    this.peaks = List.copyOf(peaks);
    this.units = units;
    this.reserves = List.copyOf(reserves);
    this.notices = List.copyOf(notices);
  }

  /** Output of all units of a fuel, in MW. */
  public record Fuel(String fuel, double[] mw) {}

  /**
   * Prices over all buses, in money per MWh; the mean is weighted by load.
   *
   * @param minBus id of the bus with the lowest price
   * @param maxBus id of the bus with the highest
   */
  public record Band(
      double[] min, double[] mean, double[] max, List<String> minBus, List<String> maxBus) {}

  /**
   * A dear period.
   *
   * @param period number, from 1
   * @param limits what binds in it, the dearest first
   */
  public record Peak(int period, String bus, double lmp, List<Limit> limits) {
    public Peak {
      limits = List.copyOf(limits);
    }
  }

  /**
   * A binding limit.
   *
   * @param outage the contingency after which it counts; "" for the intact grid
   * @param price its shadow price in money per MWh
   */
  public record Limit(String element, String outage, double price) {}

  /**
   * Units.
   *
   * @param count how many there are; the rows may be the first of them
   */
  public record Units(int count, List<Unit> rows) {
    public Units {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A unit.
   *
   * @param on a character per period, 1 for on
   * @param firstOn number of the first period on, 0 for none
   * @param mw its output
   */
  public record Unit(String id, String fuel, String bus, String on, int firstOn, double[] mw) {}

  /**
   * Reserve of a requirement.
   *
   * @param price its price in money per MWh
   */
  public record Reserve(String id, double[] requiredMw, double[] heldMw, double[] price) {}
}
