package org.gridclear.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.SecurityReport.Answer;
import org.gridclear.clearing.SecurityReport.Unsolved;
import org.gridclear.clearing.SecurityReport.Violation;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.powerflow.NetworkStructure;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ClearingOptions.SecurityRounds;
import org.gridclear.scenario.resolved.ConstraintFamily;
import org.gridclear.scenario.resolved.Outage;
import org.gridclear.scenario.resolved.PowerFlowOptions;
import org.gridclear.scenario.resolved.PowerFlowOptions.Sharing;
import org.gridclear.scenario.resolved.ScreeningOptions;
import org.gridclear.screening.BranchPower;
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
  private final SecurityRounds security;
  private final Deadline cancelled;
  private final List<Violation> relaxed = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final List<Unsolved> unsolved = new ArrayList<>();
  private final List<Transfer> transfers = new ArrayList<>();

  /** A violation that no relaxation answers, and what its branch carries. */
  record Open(Violation violation, BranchPower power) {}

  /** A branch in the intact grid, after whose outage there is no AC solution. */
  record Transfer(int period, String branch) {}

  /**
   * What a check found.
   *
   * @param relaxed branches over their ratings whose limits are relaxed
   * @param open the other branches over their ratings
   * @param unsolved periods and outages without an AC solution
   * @param transfers those of these outages that are of one branch
   */
  record Found(
      List<Violation> relaxed, List<Open> open, List<Unsolved> unsolved, List<Transfer> transfers) {
    Found {
      relaxed = List.copyOf(relaxed);
      open = List.copyOf(open);
      unsolved = List.copyOf(unsolved);
      transfers = List.copyOf(transfers);
    }

    /** Number of branches over their ratings, in the intact grid or after outages. */
    int violations(boolean afterOutages) {
      return (int) all().filter(v -> v.outage().isEmpty() != afterOutages).count();
    }

    /** Greatest loading as a share of the rating, 0 if there is no violation. */
    double worstShare() {
      return all().mapToDouble(v -> v.mva() / v.ratingMva()).max().orElse(0);
    }

    private Stream<Violation> all() {
      return Stream.concat(relaxed.stream(), open.stream().map(Open::violation));
    }
  }

  private AcCheck(
      ClearingCase clearingCase,
      ClearingResult result,
      SecurityRounds security,
      Deadline cancelled) {
    this.clearingCase = clearingCase;
    this.result = result;
    this.security = security;
    this.cancelled = cancelled;
  }

  static Found check(
      ClearingCase clearingCase,
      ClearingResult result,
      SecurityRounds security,
      Deadline cancelled) {
    AcCheck check = new AcCheck(clearingCase, result, security, cancelled);
    MarketDay day = clearingCase.day();
    for (int t = 0; t < day.periodCount() && !cancelled.passed(); t++) {
      check.period(t);
    }
    return new Found(check.relaxed, check.open, check.unsolved, check.transfers);
  }

  private ScreeningOptions options(ScreeningOptions.Rating rating) {
    return new ScreeningOptions(
        ScreeningOptions.Method.AC,
        PowerFlowOptions.Start.FILE,
        security.reactiveLimits(),
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
      take(t, index, base.get(), -1, "", base.get().base().loadings());
    }
    List<Outage> outages = contingencies(day).stream().map(c -> Outage.of(c, index)).toList();
    if (!outages.isEmpty()) {
      ScreeningModel model =
          model(structure, snapshots, outages, options(ScreeningOptions.Rating.EMERGENCY))
              .orElseThrow();
      outages(t, index, outages, model);
    }
  }

  private void outages(int t, NetworkIndex index, List<Outage> outages, ScreeningModel model) {
    ScreeningBlock block = ScreeningKernel.screen(model, 0, outages.size(), cancelled);
    Map<Integer, List<Loading>> loadings =
        block.loadings().stream().collect(Collectors.groupingBy(Loading::outage));
    for (OutageResult after : block.results()) {
      int o = after.outage();
      Outage outage = outages.get(o);
      if (after.islands()) {
        continue;
      }
      if (after.unbalances()) {
        unsolved.add(new Unsolved(t, outage.id()));
      }
      if (after.status() == OutageStatus.DIVERGED) {
        unsolved.add(new Unsolved(t, outage.id()));
        if (outage.onlyBranch() >= 0) {
          transfers.add(new Transfer(t, index.network().branches().get(outage.onlyBranch()).id()));
        }
      }
      take(t, index, model, o, outage.id(), loadings.getOrDefault(o, List.of()));
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

  /** Takes the branches over their ratings after one outage, -1 for none. */
  private void take(
      int t,
      NetworkIndex index,
      ScreeningModel model,
      int outage,
      String outageId,
      List<Loading> loadings) {
    List<Violation> unanswered = new ArrayList<>();
    List<Integer> branches = new ArrayList<>();
    for (Loading loading : loadings) {
      boolean branch = loading.device() >= 0 && loading.device() < index.branchCount();
      if (!branch
          || !loading.violation()
          || loading.after() <= loading.limit() * (1 + TOLERANCE_SHARE)) {
        continue;
      }
      String id = index.network().branches().get(loading.device()).id();
      boolean isRelaxed = relaxed(t, id, outageId);
      Answer answer = isRelaxed ? Answer.RELAXED : Answer.NONE;
      var violation = new Violation(t, id, outageId, loading.after(), loading.limit(), answer);
      (isRelaxed ? relaxed : unanswered).add(violation);
      if (!isRelaxed) {
        branches.add(loading.device());
      }
    }
    if (!unanswered.isEmpty()) {
      List<BranchPower> powers = model.powerAfter(outage, branches);
      if (powers.isEmpty()) {
        unsolved.add(new Unsolved(t, outageId));
        return;
      }
      for (int i = 0; i < unanswered.size(); i++) {
        open.add(new Open(unanswered.get(i), powers.get(i)));
      }
    }
  }

  private boolean relaxed(int t, String branch, String outage) {
    String element = "branch " + branch + (outage.isEmpty() ? "" : " after outages");
    return result.relaxations().stream()
        .anyMatch(r -> r.period() == t && r.element().split(",")[0].equals(element));
  }
}
