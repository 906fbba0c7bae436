package org.gridclear.monitoring.adequacy;

import java.util.Map;
import java.util.TreeMap;

/**
 * The probability of every capacity that can be left, by convolution of the units (Billinton and
 * Allan, Reliability Evaluation of Power Systems): exact, without samples.
 */
public final class CapacityOutageTable {
  private final TreeMap<Long, Double> probabilityOfKw = new TreeMap<>();

  /**
   * The table of a system.
   *
   * @throws IllegalArgumentException if it has zones: the table knows no lines
   */
  public CapacityOutageTable(AdequacySystem system) {
    if (!system.zones().isEmpty()) {
      throw new IllegalArgumentException("A capacity outage table is of a system without zones.");
    }
    probabilityOfKw.put(0L, 1.0);
    for (GeneratingUnit unit : system.units()) {
      TreeMap<Long, Double> next = new TreeMap<>();
      double out = unit.unavailability();
      for (Map.Entry<Long, Double> state : probabilityOfKw.entrySet()) {
        next.merge(state.getKey(), state.getValue() * out, Double::sum);
        next.merge(state.getKey() + unit.kw(), state.getValue() * (1 - out), Double::sum);
      }
      probabilityOfKw.clear();
      probabilityOfKw.putAll(next);
    }
  }

  /**
   * What is expected.
   *
   * @param loleHours hours in which load is lost, of all weeks
   * @param eensMwh energy that is not served, MWh of all weeks
   */
  public record Expected(double loleHours, double eensMwh) {
    /** What is not known; both are NaN. */
    public static final Expected UNKNOWN = new Expected(Double.NaN, Double.NaN);
  }

  /** What is expected of a load. */
  public Expected of(long[][] loadKw) {
    Map<Long, Double> hoursOfLoad = new TreeMap<>();
    for (long[] week : loadKw) {
      for (long load : week) {
        hoursOfLoad.merge(load, 1.0, Double::sum);
      }
    }
    double hours = 0;
    double mwh = 0;
    for (Map.Entry<Long, Double> load : hoursOfLoad.entrySet()) {
      for (Map.Entry<Long, Double> state : probabilityOfKw.headMap(load.getKey()).entrySet()) {
        hours += load.getValue() * state.getValue();
        mwh += load.getValue() * state.getValue() * (load.getKey() - state.getKey()) / 1000.0;
      }
    }
    return new Expected(hours, mwh);
  }
}
