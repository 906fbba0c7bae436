package org.gridclear.monitoring.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.monitoring.index.IndexKernel.Given;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;
import org.gridclear.monitoring.structure.Execution;

/** Indices of how what was scheduled came true. */
final class PlanIndices {
  private PlanIndices() {}

  /** Over the units of which every hour is known; the others are counted in the note. */
  static Measured execution(Given given) {
    MarketFacts facts = given.facts();
    List<double[]> plans = new ArrayList<>();
    List<double[]> actual = new ArrayList<>();
    Map<String, Double> ofUnit = new TreeMap<>();
    for (UnitFacts unit : facts.units()) {
      double[] output = facts.seen().outputMw().get(unit.id());
      if (output != null) {
        double[] plan = hourly(unit.mw(), facts.span().hours(), output.length);
        plans.add(plan);
        actual.add(output);
        double kept = Execution.ofPlan(plan, output);
        if (!Double.isNaN(kept)) {
          ofUnit.put(unit.id(), kept);
        }
      }
    }
    if (plans.isEmpty()) {
      return Measured.undefined("no unit-output-live for every hour of a unit");
    }
    int without = facts.units().size() - plans.size();
    return Measured.ofDay(Execution.ofPlan(joined(plans), joined(actual)))
        .with(ofUnit)
        .noted(without == 0 ? "" : "%d units without unit-output-live".formatted(without));
  }

  /** A schedule by hours: the mean of the periods of an hour, or the period that it lies in. */
  private static double[] hourly(double[] mw, double hours, int count) {
    double[] plan = new double[count];
    for (int h = 0; h < count; h++) {
      int from = (int) Math.floor(h / hours + 1e-9);
      int to = hours >= 1 ? from + 1 : (int) Math.round((h + 1) / hours);
      double sum = 0;
      for (int t = from; t < to; t++) {
        sum += t < mw.length ? mw[t] : Double.NaN;
      }
      plan[h] = sum / (to - from);
    }
    return plan;
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
