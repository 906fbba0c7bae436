package org.gridclear.scenario;

import java.util.List;
import org.gridclear.network.Contingency;
import org.gridclear.scenario.resolved.ScreeningOptions;

/**
 * What a study has screened once its cases are cleared (H-01): every period of every case is a
 * snapshot.
 *
 * @param options how to screen
 * @param contingencies the outages
 * @param cases names of the cases that take part; empty for all
 * @param from first period, counted from 0
 * @param to one past the last period
 */
public record ScreeningPlan(
    ScreeningOptions options,
    List<Contingency> contingencies,
    List<String> cases,
    int from,
    int to) {
  public ScreeningPlan {
    contingencies = List.copyOf(contingencies);
    cases = List.copyOf(cases);
  }

  /** Whether a case takes part. */
  public boolean includes(String caseName) {
    return cases.isEmpty() || cases.contains(caseName);
  }
}
