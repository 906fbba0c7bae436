package org.gridclear.market.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.quantity.Series;

/** A case in which limits are changed; everything else in it stays. */
public final class ChangedCase {
  /** Changes are rounded up to so many MW, so that the solver's noise is no violation again. */
  private static final double STEP_MW = 0.001;

  private static final double NOISE = 1e-6;

  private final ClearingCase before;
  private MarketDay day;

  private ChangedCase(ClearingCase before) {
    this.before = before;
    this.day = before.day();
  }

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if there is no change, or one that no rule can make, by name
   */
  public static MarketDay of(ClearingCase before, List<Change> changes) {
    List<Change> impossible = changes.stream().filter(each -> !each.isApplicable()).toList();
    if (changes.isEmpty() || !impossible.isEmpty()) {
      throw new IllegalArgumentException(
          impossible.isEmpty()
              ? "There is nothing to change: no limit was exceeded."
              : "No change by rule meets these: %s. Change them in the case by hand, or choose others."
                  .formatted(
                      impossible.stream().map(Change::element).collect(Collectors.joining("; "))));
    }
    ChangedCase changed = new ChangedCase(before);
    changes.forEach(changed::make);
    return changed.day;
  }

  private static double up(double amount) {
    return Math.ceil(amount / STEP_MW - NOISE) * STEP_MW + STEP_MW;
  }

  private void make(Change change) {
    switch (change.kind()) {
      case LOAD -> load(change);
      case RESERVE -> reserve(change);
      case BRANCH, BRANCH_AFTER_OUTAGES -> branch(change);
      case FLOWGATE -> flowgate(change);
      case RAMP_UP, RAMP_DOWN, STATUS -> unit(change);
      case NONE -> throw new IllegalArgumentException(change.element());
    }
  }

  private Series changed(Series series, Change change, UnaryOperator<Double> amount) {
    double[] values = new double[day.periodCount()];
    for (int t = 0; t < values.length; t++) {
      Double by = change.amounts().get(t);
      values[t] = series.at(t) + (by == null ? 0 : amount.apply(by));
    }
    return Series.of(values);
  }

  /** Load is taken from the entries of the bus one after the other, at most to nothing. */
  private void load(Change change) {
    Map<Integer, Double> left = new HashMap<>();
    change.amounts().forEach((t, mw) -> left.put(t, up(mw)));
    List<BusLoad> loads = new ArrayList<>();
    for (BusLoad each : day.busLoads()) {
      if (!each.bus().equals(change.element())) {
        loads.add(each);
        continue;
      }
      double[] mw = new double[day.periodCount()];
      for (int t = 0; t < mw.length; t++) {
        double cut = Math.min(Math.max(0, each.mw().at(t)), left.getOrDefault(t, 0.0));
        mw[t] = each.mw().at(t) - cut;
        left.merge(t, -cut, Double::sum);
      }
      loads.add(new BusLoad(each.bus(), Series.of(mw)));
    }
    day = day.withBusLoads(loads);
  }

  private void reserve(Change change) {
    List<ReserveRequirement> all = new ArrayList<>();
    for (ReserveRequirement each : day.reserves()) {
      all.add(each.id().equals(change.element()) ? less(each, change) : each);
    }
    day = day.withReserves(all);
  }

  /** What the requirement comes to today, as plain MW, less what is short. */
  private ReserveRequirement less(ReserveRequirement requirement, Change change) {
    double[] mw = new double[day.periodCount()];
    for (int t = 0; t < mw.length; t++) {
      double asked = RequiredReserve.mw(before, requirement, t);
      Double by = change.amounts().get(t);
      mw[t] = by == null ? asked : Math.max(0, asked - up(by));
    }
    ReserveRequirement plain =
        new ReserveRequirement(
            requirement.id(),
            requirement.product(),
            requirement.scope(),
            Series.of(mw),
            0,
            0,
            false,
            requirement.shortfallYuanPerMwh(),
            requirement.method());
    for (int t = 0; t < mw.length; t++) {
      if (Math.abs(RequiredReserve.mw(before, plain, t) - mw[t]) > NOISE) {
        throw new IllegalArgumentException(
            "The requirement %s hangs on an operating mode; change it in the case by hand."
                .formatted(requirement.id()));
      }
    }
    return plain;
  }

  private void branch(Change change) {
    Branch branch =
        day.network().branches().stream()
            .filter(each -> each.id().equals(change.element()))
            .findFirst()
            .orElseThrow();
    Map<String, BranchLimit> limits = new java.util.LinkedHashMap<>();
    day.branchLimits().forEach(each -> limits.put(each.branch(), each));
    BranchLimit known = limits.get(branch.id());
    double[] normal = new double[day.periodCount()];
    double[] emergency = new double[day.periodCount()];
    for (int t = 0; t < normal.length; t++) {
      normal[t] = BranchLimit.normalMw(branch, known, t);
      emergency[t] = BranchLimit.emergencyMw(branch, known, t);
    }
    boolean outages = change.kind() == Change.Kind.BRANCH_AFTER_OUTAGES;
    Series normalMw =
        outages ? Series.of(normal) : changed(Series.of(normal), change, ChangedCase::up);
    Series emergencyMw =
        outages ? changed(Series.of(emergency), change, ChangedCase::up) : Series.of(emergency);
    limits.put(
        branch.id(),
        new BranchLimit(
            branch.id(),
            normalMw,
            emergencyMw,
            known == null ? null : known.penaltyYuanPerMwh(),
            known != null && known.oneOverload()));
    day = withBranchLimits(List.copyOf(limits.values()));
  }

  private MarketDay withBranchLimits(List<BranchLimit> limits) {
    return new MarketDay(
        day.name(),
        day.synthetic(),
        day.horizon(),
        day.network(),
        day.thermalUnits(),
        day.profiledUnits(),
        day.storageUnits(),
        day.busLoads(),
        day.flexibleLoads(),
        day.interchanges(),
        day.reserves(),
        limits,
        day.branchOutages(),
        day.penalties(),
        day.rules(),
        day.currency());
  }

  private void flowgate(Change change) {
    Flowgate gate =
        day.network().flowgates().stream()
            .filter(each -> each.id().equals(change.element()))
            .findFirst()
            .orElseThrow();
    Map<String, FlowgateLimit> limits = new java.util.LinkedHashMap<>();
    day.rules().flowgateLimits().forEach(each -> limits.put(each.flowgate(), each));
    FlowgateLimit known = limits.get(gate.id());
    double[] forward = new double[day.periodCount()];
    double[] reverse = new double[day.periodCount()];
    for (int t = 0; t < forward.length; t++) {
      forward[t] = FlowgateLimit.forwardMw(gate, known, t);
      reverse[t] = FlowgateLimit.reverseMw(gate, known, t);
    }
    limits.put(
        gate.id(),
        new FlowgateLimit(
            gate.id(),
            changed(Series.of(forward), change, ChangedCase::up),
            changed(Series.of(reverse), change, ChangedCase::up)));
    day = day.withRules(day.rules().withFlowgateLimits(List.copyOf(limits.values())));
  }

  private void unit(Change change) {
    List<ThermalUnit> units = new ArrayList<>();
    for (ThermalUnit each : day.thermalUnits()) {
      units.add(each.id().equals(change.element()) ? changed(each, change) : each);
    }
    day = day.withThermalUnits(units);
  }

  private ThermalUnit changed(ThermalUnit unit, Change change) {
    if (change.kind() == Change.Kind.STATUS) {
      List<Commitment> given = new ArrayList<>(unit.commitment());
      change.amounts().keySet().forEach(t -> given.set(t, Commitment.FREE));
      return unit.withCommitment(given);
    }
    double faster = up(change.greatest()) / day.horizon().hoursPerPeriod();
    return change.kind() == Change.Kind.RAMP_UP
        ? unit.withRamps(unit.rampUpMwPerH() + faster, unit.rampDownMwPerH())
        : unit.withRamps(unit.rampUpMwPerH(), unit.rampDownMwPerH() + faster);
  }
}
