package org.gridclear.monitoring.index;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.monitoring.index.IndexKernel.Given;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.measure.MarketFacts.FlowFacts;
import org.gridclear.monitoring.structure.Execution;

/** Indices of flows, and of what came true. */
final class GridIndices {
  private GridIndices() {}

  /**
   * The least of 1 − |f| / F; flows that no limit in the model watches have a margin of their own.
   */
  static Measured transmissionMargin(Given given) {
    double[] values = new double[given.facts().span().periods()];
    Arrays.fill(values, Double.NaN);
    Map<String, Double> least = new TreeMap<>();
    for (FlowFacts flow : given.facts().grid().flows()) {
      for (int t = 0; t < values.length; t++) {
        double margin = 1 - Math.abs(flow.flowMw()[t]) / flow.limitMw()[t];
        if (flow.normal() && flow.limitMw()[t] > 0 && !Double.isNaN(margin)) {
          values[t] = Double.isNaN(values[t]) ? margin : Math.min(values[t], margin);
          least.merge(flow.constraint(), margin, Math::min);
        }
      }
    }
    return Measured.of(values).with(least).noted("of the limits that were in the model");
  }

  static Measured congested(Given given) {
    double[] values = new double[given.facts().span().periods()];
    Map<String, Double> hours = new TreeMap<>();
    for (FlowFacts flow : given.facts().grid().flows()) {
      for (int t = 0; t < values.length; t++) {
        if (Math.abs(flow.shadowYuanPerMwh()[t]) > 0) {
          values[t]++;
          hours.merge(flow.constraint(), given.facts().span().hours(), Double::sum);
        }
      }
    }
    return Measured.of(values).with(hours);
  }

  /** Σ |shadow price| × |flow|: at a limit both have the sign of the limit's side. */
  static Measured constraintRent(Given given) {
    double[] yuan = new double[given.facts().span().periods()];
    Map<String, Double> ofConstraint = new TreeMap<>();
    for (FlowFacts flow : given.facts().grid().flows()) {
      for (int t = 0; t < yuan.length; t++) {
        double shadow = Math.abs(flow.shadowYuanPerMwh()[t]);
        if (shadow > 0) {
          double more = shadow * Math.abs(flow.flowMw()[t]) * given.facts().span().hours();
          yuan[t] += more;
          ofConstraint.merge(flow.constraint(), more, Double::sum);
        }
      }
    }
    return Measured.of(yuan).with(ofConstraint);
  }

  static Measured forecastAccuracy(Given given) {
    MarketFacts.Seen seen = given.facts().seen();
    if (seen.forecastMw().isEmpty() || seen.loadMw().isEmpty()) {
      return Measured.undefined(
          seen.forecastMw().isEmpty()
              ? "no load-forecast-short for every hour"
              : "no load-actual for every hour");
    }
    return Measured.ofDay(
        Execution.forecastAccuracy(seen.forecastMw().orElseThrow(), seen.loadMw().orElseThrow()));
  }
}
