package org.gridclear.market.assembly;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;

/**
 * Annual and monthly plans of units' energy: in the long cycle and the day ahead a unit
 * generates, day by day, its plan's energy within a share of it (B-08). A plan says the energy of
 * its whole step; each hour of the step has the same part of it.
 */
final class PlanPart {
  private static final double SECONDS_PER_HOUR = 3600;

  private PlanPart() {}

  static void add(Draft draft) {
    SeriesChoice choice = draft.choice(SeriesKind.GENERATION_PLAN);
    List<String> planned = draft.subjects(choice);
    if (planned.isEmpty()) {
      return;
    }
    OptionalDouble share = draft.request().planShare();
    Market market = draft.request().gate().market();
    if (share.isEmpty() || market == Market.ID || market == Market.RT) {
      draft.notice(
          "Not used: generation-plan of %s; the long cycle and the day ahead keep to plans with --plan-share."
              .formatted(String.join(", ", planned)));
      return;
    }
    List<String> units = draft.day().thermalUnits().stream().map(ThermalUnit::id).toList();
    draft.unused(choice, SeriesKind.GENERATION_PLAN, units);
    List<RangeConstraint> ranges = new ArrayList<>(draft.day().rules().ranges());
    for (String unit : units) {
      if (planned.contains(unit)) {
        energyOfDays(draft, choice, unit)
            .ifPresent(mwh -> ranges.add(range(unit, mwh, share.getAsDouble())));
      }
    }
    CaseParts parts = new CaseParts(draft.day());
    parts.rules = draft.day().rules().withRanges(ranges);
    draft.become(parts.day());
    draft.notice(
        "The energy of each day is kept within %s %% of its plan: %s."
            .formatted(
                BigDecimal.valueOf(share.getAsDouble())
                    .movePointRight(2)
                    .stripTrailingZeros()
                    .toPlainString(),
                String.join(", ", planned.stream().filter(units::contains).toList())));
  }

  private static RangeConstraint range(String unit, double[] mwh, double share) {
    double[] min = mwh.clone();
    double[] max = mwh.clone();
    for (int t = 0; t < mwh.length; t++) {
      min[t] *= 1 - share;
      max[t] *= 1 + share;
    }
    return new RangeConstraint(
        "plan " + unit,
        RangeKind.ENERGY,
        Scope.unit(unit),
        true,
        0,
        mwh.length,
        Span.DAY,
        Series.of(min),
        Series.of(max),
        "",
        0,
        -1);
  }

  /**
   * The planned energy of the day of each period, in MWh, of the periods that the case has of it;
   * empty, and reported, where a part of the case has no plan.
   */
  private static Optional<double[]> energyOfDays(Draft draft, SeriesChoice choice, String unit) {
    PeriodGrid grid = draft.grid();
    Map<LocalDate, Double> ofDay = new HashMap<>();
    for (int t = 0; t < grid.count(); t++) {
      Optional<Double> mwh = energy(choice, unit, grid.at(t), grid.at(t + 1));
      if (mwh.isEmpty()) {
        draft
            .log()
            .add(
                Rule.INTERVALS_WHOLE,
                "%s of %s".formatted(SeriesKind.GENERATION_PLAN, unit),
                grid.show(t),
                "absent",
                "The plan does not cover the case; import the rest of it, or leave --plan-share.");
        return Optional.empty();
      }
      ofDay.merge(grid.dateOf(t), mwh.get(), Double::sum);
    }
    draft.take(choice);
    double[] mwh = new double[grid.count()];
    for (int t = 0; t < mwh.length; t++) {
      mwh[t] = Objects.requireNonNull(ofDay.get(grid.dateOf(t)));
    }
    return Optional.of(mwh);
  }

  private static Optional<Double> energy(
      SeriesChoice choice, String unit, Instant from, Instant to) {
    double hours = Duration.between(from, to).toSeconds() / SECONDS_PER_HOUR;
    return choice
        .stepAt(unit, from)
        .map(step -> step.value().doubleValue() * hours / (step.seconds() / SECONDS_PER_HOUR));
  }
}
