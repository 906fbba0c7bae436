package org.gridclear.clearing.rolling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.study.CaseOverlay;
import org.gridclear.study.StudyDefinition;
import org.gridclear.validate.Issue;
import org.gridclear.worker.api.StoredOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The long cycle in periods of other lengths on other days (C-01, C-04), such as quarters of an
 * hour on the first day and hours after it. First all days are planned together in the longest
 * periods; then the days of each length are cleared, one stretch after the other, each from the
 * state that the one before left, within what the plan leaves it of limits that go beyond it, and
 * to the statuses and levels with which the plan goes on.
 */
public final class LongCycle {
  /** What the plan of all days is called. */
  public static final String PLAN = "plan";

  private final ClearingOptions options;
  private final CaseOverlay base;
  private final List<Issue> remarks;
  private final List<DaySteps> stretches;
  private final boolean repeatLast;
  private final Function<StudyDefinition, RunResult> clear;
  private final GridStore store;

  /**
   * The long cycle over these stretches of days.
   *
   * @param base the case with its switches
   * @param remarks what goes into the report of every part
   * @param repeatLast whether the last day of the case goes on where it has fewer days
   * @param clear runs a study of one case to its end
   * @param store where outcomes lie
   */
  public LongCycle(
      ClearingOptions options,
      CaseOverlay base,
      List<Issue> remarks,
      List<DaySteps> stretches,
      boolean repeatLast,
      Function<StudyDefinition, RunResult> clear,
      GridStore store) {
    this.options = options;
    this.base = base;
    this.remarks = List.copyOf(remarks);
    this.stretches = List.copyOf(stretches);
    this.repeatLast = repeatLast;
    this.clear = clear;
    this.store = store;
  }

  /**
   * A part of what was cleared.
   *
   * @param label what it is called: {@code plan}, or its days
   */
  public record Part(String label, RunResult result) {}

  /**
   * Clears the days; ends with the first part that has no schedule.
   *
   * @param before what the run before handed on; null for none
   */
  public List<Part> clear(MarketDay day, @Nullable InitialConditions before) {
    List<Part> parts = new ArrayList<>();
    int days = stretches.stream().mapToInt(DaySteps::days).sum();
    int longest = stretches.stream().mapToInt(DaySteps::minutes).max().orElseThrow();
    MarketDay whole =
        new MarketRun(Market.LT_RUC, 0, 0, days, longest, MarketRun.FAST_START_HOURS, repeatLast)
            .of(day, before);
    Optional<InitialConditions> plan = part(PLAN, whole, parts);
    InitialConditions done = before;
    for (int k = 0; k < stretches.size() && plan.isPresent(); k++) {
      DaySteps stretch = stretches.get(k);
      InitialConditions known = done == null ? plan.get() : done.goingOn(plan.get());
      MarketDay of = stretch(day, stretch, days, known);
      boolean last = k == stretches.size() - 1;
      Optional<InitialConditions> handed =
          part(stretch.label(), last ? of : ending(of, plan.get()), parts);
      if (handed.isEmpty()) {
        return parts;
      }
      done = handed.get();
    }
    return parts;
  }

  /**
   * The days of a stretch within a plan: no status is taken from it, but what of limits beyond the
   * stretch it uses later, and the levels at which it goes on.
   */
  private MarketDay stretch(MarketDay day, DaySteps stretch, int days, InitialConditions known) {
    MarketDay later = day.withRules(day.rules().afterHours(24.0 * stretch.firstDay()));
    return new MarketRun(
            Market.ID,
            stretch.from(),
            stretch.count(),
            days,
            stretch.minutes(),
            Double.POSITIVE_INFINITY,
            repeatLast)
        .of(later, known);
  }

  /** A stretch whose last period has the statuses with which the plan goes on. */
  private static MarketDay ending(MarketDay of, InitialConditions plan) {
    int last = of.periodCount() - 1;
    int minute =
        of.horizon().startMinute() + of.periodCount() * of.horizon().minutesPerPeriod() - 1;
    Map<String, InitialConditions.UnitPath> paths =
        plan.units().stream()
            .collect(Collectors.toMap(InitialConditions.UnitPath::unit, path -> path));
    List<ThermalUnit> units = new ArrayList<>();
    for (ThermalUnit unit : of.thermalUnits()) {
      List<Commitment> statuses = new ArrayList<>(unit.commitment());
      if (statuses.get(last) == Commitment.FREE) {
        boolean on = plan.isOn(Objects.requireNonNull(paths.get(unit.id())), minute);
        statuses.set(last, on ? Commitment.ON : Commitment.OFF);
      }
      units.add(unit.withCommitment(statuses));
    }
    return of.withThermalUnits(units);
  }

  /** Clears a part and keeps it; empty if it has no schedule. */
  private Optional<InitialConditions> part(String label, MarketDay of, List<Part> parts) {
    StudyDefinition study =
        new StudyDefinition(of.name(), of, options, List.of(base), Optional.empty(), remarks);
    RunResult result = clear.apply(study);
    parts.add(new Part(label, result));
    Optional<StoredOutcome> outcome = store.outcome(result.cases().get(0).receipt());
    return outcome.map(
        stored -> FinalState.of(base.resolve(of).in(options.market()), stored.result()));
  }
}
