package org.gridclear.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.SecurityReport.Unsolved;
import org.gridclear.clearing.SecurityReport.Violation;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.powerflow.NetworkStructure;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ConstraintFamily;
import org.gridclear.scenario.resolved.Outage;
import org.gridclear.scenario.resolved.PowerFlowOptions;
import org.gridclear.scenario.resolved.PowerFlowOptions.Sharing;
import org.gridclear.scenario.resolved.ScreeningOptions;
import org.gridclear.screening.Loading;
import org.gridclear.screening.OutageResult;
import org.gridclear.screening.OutageStatus;
import org.gridclear.screening.ScreeningBlock;
import org.gridclear.screening.ScreeningKernel;
import org.gridclear.screening.ScreeningModel;
import org.gridclear.solver.Deadline;

/**
 * AC power flow of every period of a schedule against normal ratings, and AC outages of its
 * contingencies against emergency ratings (H-02, H-05), but for outages that split the grid, which
 * no schedule can answer. Voltages are not judged (AMB-36).
 */
final class AcCheck {
  /** AC flows are known no better than this share of a rating. */
  static final double TOLERANCE_SHARE = 1e-3;

  private final ClearingCase clearingCase;
  private final ClearingResult result;
  private final Deadline cancelled;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Unsolved> unsolved = new ArrayList<>();

  /**
   * What a check found.
   *
   * @param violations branches over their ratings
   * @param unsolved periods and outages without an AC solution
   */
  record Found(List<Violation> violations, List<Unsolved> unsolved) {}

  private AcCheck(ClearingCase clearingCase, ClearingResult result, Deadline cancelled) {
    this.clearingCase = clearingCase;
    this.result = result;
    this.cancelled = cancelled;
  }

  static Found check(ClearingCase clearingCase, ClearingResult result, Deadline cancelled) {
    AcCheck check = new AcCheck(clearingCase, result, cancelled);
    MarketDay day = clearingCase.day();
    for (int t = 0; t < day.periodCount() && !cancelled.passed(); t++) {
      check.period(t);
    }
    return new Found(List.copyOf(check.violations), List.copyOf(check.unsolved));
  }

  private static ScreeningOptions options(ScreeningOptions.Rating rating) {
    return new ScreeningOptions(
        ScreeningOptions.Method.AC,
        PowerFlowOptions.Start.FILE,
        false,
        Sharing.HEADROOM,
        Sharing.HEADROOM,
        rating,
        1e-5,
        1,
        0.01,
        4,
        ScreeningOptions.Rows.VIOLATIONS);
  }

  private void period(int t) {
    MarketDay day = clearingCase.day();
    ClearedSnapshots snapshots = ClearedSnapshots.of(clearingCase.name(), day, result, t, t + 1);
    NetworkIndex index = new NetworkIndex(snapshots.network());
    NetworkStructure structure = NetworkStructure.of(snapshots.network());
    Optional<ScreeningModel> base =
        model(structure, snapshots, List.of(), options(ScreeningOptions.Rating.NORMAL));
    if (base.isEmpty()) {
      unsolved.add(new Unsolved(t, ""));
      return;
    }
    if (clearingCase.inEffect(ConstraintFamily.THERMAL)) {
      base.get().base().loadings().forEach(loading -> take(t, index, "", loading));
    }
    List<Contingency> contingencies = contingencies(day);
    if (!contingencies.isEmpty()) {
      List<Outage> outages = contingencies.stream().map(c -> Outage.of(c, index)).toList();
      ScreeningModel model =
          model(structure, snapshots, outages, options(ScreeningOptions.Rating.EMERGENCY))
              .orElseThrow();
      ScreeningBlock block = ScreeningKernel.screen(model, 0, outages.size(), cancelled);
      Set<Integer> splitting =
          block.results().stream()
              .filter(outage -> outage.lostBuses() > 0)
              .map(OutageResult::outage)
              .collect(Collectors.toSet());
      block.results().stream()
          .filter(result -> result.status() == OutageStatus.DIVERGED)
          .filter(result -> !splitting.contains(result.outage()))
          .forEach(result -> unsolved.add(new Unsolved(t, outages.get(result.outage()).id())));
      for (Loading loading : block.loadings()) {
        if (splitting.contains(loading.outage())) {
          continue;
        }
        take(t, index, outages.get(loading.outage()).id(), loading);
      }
    }
  }

  private static Optional<ScreeningModel> model(
      NetworkStructure structure,
      ClearedSnapshots snapshots,
      List<Outage> outages,
      ScreeningOptions options) {
    try {
      return Optional.of(
          new ScreeningModel(structure, snapshots.points().get(0), outages, options, null));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private List<Contingency> contingencies(MarketDay day) {
    List<Contingency> all = new ArrayList<>();
    if (clearingCase.inEffect(ConstraintFamily.CONTINGENCIES)) {
      all.addAll(day.rules().contingencies().listed());
      if (day.rules().contingencies().everyBranch()) {
        day.network().branches().stream()
            .map(branch -> Contingency.ofBranch(branch.id()))
            .forEach(all::add);
      }
    }
    return all;
  }

  private void take(int t, NetworkIndex index, String outage, Loading loading) {
    boolean branch = loading.device() >= 0 && loading.device() < index.branchCount();
    if (branch
        && loading.violation()
        && loading.after() > loading.limit() * (1 + TOLERANCE_SHARE)) {
      violations.add(
          new Violation(
              t,
              index.network().branches().get(loading.device()).id(),
              outage,
              loading.after(),
              loading.limit()));
    }
  }
}
