package org.gridclear.market.year;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that is stored.
 *
 * @param date its date
 * @param version number of its version
 * @param kept whether it was there before
 * @param cpuSeconds CPU of its clearing, 0 where it was kept
 * @param gap relative gap of its schedule, 0 where it was kept
 * @param objectiveYuan its cost, 0 where it was kept
 * @param alarms what somebody must know before it is used; empty for none
 */
public record ClearedDate(
    LocalDate date,
    int version,
    boolean kept,
    double cpuSeconds,
    double gap,
    double objectiveYuan,
    List<String> alarms) {
  public ClearedDate {
    alarms = List.copyOf(alarms);
  }
}
