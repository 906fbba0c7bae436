package org.gridclear.security.input;

import java.util.List;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.network.Contingency;
import org.gridclear.network.DeviceLimit;
import org.gridclear.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * What a study has screened once its cases are cleared (H-01): every period of every case is a
 * snapshot.
 *
 * @param options how to screen
 * @param contingencies the outages
 * @param limits changed limits of devices
 * @param watch which devices are checked, by zone and voltage
 * @param cases names of the cases that take part; empty for all
 * @param from first period, counted from 0
 * @param to one past the last period
 */
public record ScreeningPlan(
    ScreeningOptions options,
    List<Contingency> contingencies,
    List<DeviceLimit> limits,
    ElementFilter watch,
    List<String> cases,
    int from,
    int to) {
  public ScreeningPlan {
    contingencies = List.copyOf(contingencies);
    limits = List.copyOf(limits);
    cases = List.copyOf(cases);
  }

  /** Watched devices of a network; null for all. */
  public boolean @Nullable [] watched(Network network) {
    return OutageScope.watched(watch, network);
  }

  /** Whether a case takes part. */
  public boolean includes(String caseName) {
    return cases.isEmpty() || cases.contains(caseName);
  }
}
