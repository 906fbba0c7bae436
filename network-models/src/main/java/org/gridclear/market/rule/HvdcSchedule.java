package org.gridclear.market.rule;

import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/**
 * An HVDC line that the clearing decides, in place of the network's schedule (B-25). Equal limits
 * are a fixed schedule. Powers at the sending end, in MW.
 *
 * @param line id of the line in the network
 * @param inEffect whether it is decided; else the network's schedule stands
 * @param minMw least power per period
 * @param maxMw greatest power per period
 * @param rampMwPerH greatest change per hour; Infinity for none
 * @param initialMw power before the first period
 * @param changesPerDayMax most changes of power in a day; negative for no limit
 * @param changesOfDay changes on the day of the first period before it
 */
public record HvdcSchedule(
    String line,
    boolean inEffect,
    Series minMw,
    Series maxMw,
    double rampMwPerH,
    double initialMw,
    int changesPerDayMax,
    int changesOfDay) {
  /** A schedule without a change on the day of the first period before it. */
  public HvdcSchedule(
      String line,
      boolean inEffect,
      Series minMw,
      Series maxMw,
      double rampMwPerH,
      double initialMw,
      int changesPerDayMax) {
    this(line, inEffect, minMw, maxMw, rampMwPerH, initialMw, changesPerDayMax, 0);
  }

  /** The same schedule on other periods. */
  public HvdcSchedule on(PeriodMap map) {
    return new HvdcSchedule(
        line,
        inEffect,
        map.of(minMw),
        map.of(maxMw),
        rampMwPerH,
        initialMw,
        changesPerDayMax,
        changesOfDay);
  }

  /** The same in or out of effect. */
  public HvdcSchedule switched(boolean on) {
    return new HvdcSchedule(
        line, on, minMw, maxMw, rampMwPerH, initialMw, changesPerDayMax, changesOfDay);
  }

  /** The same schedule after another power and so many changes before the first period. */
  public HvdcSchedule after(double mw, int changes) {
    return new HvdcSchedule(
        line, inEffect, minMw, maxMw, rampMwPerH, mw, changesPerDayMax, changes);
  }
}
