package org.gridclear.monitoring.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.monitoring.conduct.ConductTest;
import org.gridclear.monitoring.conduct.ConstraintSupply;
import org.gridclear.run.CaseResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.worker.api.StoredOutcome;

/**
 * What a test of conduct and impact found.
 *
 * @param tested how many units were tested
 * @param conduct failures of owners
 * @param impacts the impact of each case in each zone
 * @param pivotal branches that bind, and who could relieve them
 * @param untested units without an owner or a reference
 * @param notCleared cases without a result
 * @param cpuSeconds CPU of each case
 */
public record ImpactOutcome(
    int tested,
    SortedMap<String, List<ConductTest.Failure>> conduct,
    List<Impact> impacts,
    List<Pivotal> pivotal,
    Set<String> untested,
    List<String> notCleared,
    Map<String, Double> cpuSeconds) {

  /**
   * The impact of a case in a zone.
   *
   * @param owner the owner, or the whole market
   * @param zone zone, "system" for all
   * @param periods the periods in which it fails
   * @param worst period of the greatest difference, counted from 0
   * @param offeredYuanPerMwh price then, as offered
   * @param referenceYuanPerMwh price then, at reference
   * @param allowedYuanPerMwh how much higher it could have been
   */
  public record Impact(
      String owner,
      String zone,
      List<Integer> periods,
      int worst,
      double offeredYuanPerMwh,
      double referenceYuanPerMwh,
      double allowedYuanPerMwh) {
    public Impact {
      periods = List.copyOf(periods);
    }

    /** Whether it fails in a period. */
    public boolean fails() {
      return !periods.isEmpty();
    }
  }

  /**
   * The least three-pivotal-supplier index of an owner for a branch over its binding periods.
   *
   * @param branch id of the branch
   * @param owner the owner
   * @param periods in how many periods the branch binds
   * @param index the index; at most 1 fails
   */
  public record Pivotal(String branch, String owner, int periods, double index) {}

  /** Whether units were tested, all cases have a result and none fails. */
  public boolean clean() {
    return tested > 0 && notCleared.isEmpty() && impacts.stream().noneMatch(Impact::fails);
  }

  /** Owners that fail both tests: their failing offers go to reference in the final run. */
  public Set<String> mitigated() {
    Set<String> owners = new LinkedHashSet<>();
    impacts.stream()
        .filter(impact -> impact.fails() && conduct.containsKey(impact.owner()))
        .forEach(impact -> owners.add(impact.owner()));
    return owners;
  }

  /**
   * The outcome of a run of the plan's study.
   *
   * @throws IllegalStateException if the base has no result
   */
  public static ImpactOutcome of(ImpactPlan plan, RunResult run, GridStore store) {
    ClearingResult base =
        result(run, 0, store)
            .orElseThrow(
                () -> new IllegalStateException("The day as it is offered has no result."));
    ZonePrices offered = ZonePrices.of(plan.day(), base.prices().lmpYuanPerMwh());
    List<Impact> impacts = new ArrayList<>();
    List<String> notCleared = new ArrayList<>();
    Map<String, Double> cpu = new LinkedHashMap<>();
    for (int k = 0; k < run.cases().size(); k++) {
      CaseResult each = run.cases().get(k);
      cpu.put(each.name(), each.receipt().cpuSeconds());
      Optional<ClearingResult> result = result(run, k, store);
      if (k > 0 && result.isPresent()) {
        double[][] lmp = result.orElseThrow().prices().lmpYuanPerMwh();
        impacts(plan, each.name(), offered, ZonePrices.of(plan.day(), lmp), impacts);
      } else if (k > 0) {
        notCleared.add(each.name());
      }
    }
    return new ImpactOutcome(
        plan.tested(),
        plan.failures(),
        impacts,
        pivotal(plan, run, base),
        plan.untested(),
        notCleared,
        cpu);
  }

  private static Optional<ClearingResult> result(RunResult run, int number, GridStore store) {
    CaseResult each = run.cases().get(number);
    return each.solved()
        ? store.outcome(each.receipt()).map(StoredOutcome::result)
        : Optional.empty();
  }

  private static void impacts(
      ImpactPlan plan,
      String owner,
      ZonePrices offered,
      ZonePrices reference,
      List<Impact> impacts) {
    offered
        .yuanPerMwh()
        .forEach(
            (zone, high) -> {
              double[] low = Objects.requireNonNull(reference.yuanPerMwh().get(zone));
              List<Integer> failing = new ArrayList<>();
              int worst = 0;
              for (int t = 0; t < high.length; t++) {
                if (plan.impact().fails(high[t], low[t])) {
                  failing.add(t);
                }
                worst = high[t] - low[t] > high[worst] - low[worst] ? t : worst;
              }
              impacts.add(
                  new Impact(
                      owner,
                      zone,
                      failing,
                      worst,
                      high[worst],
                      low[worst],
                      plan.impact().allowed(low[worst])));
            });
  }

  /** Units without an owner are one supplier more, which is not told. */
  private static List<Pivotal> pivotal(ImpactPlan plan, RunResult run, ClearingResult base) {
    List<String> owners = plan.ownerOfUnit().values().stream().distinct().sorted().toList();
    Map<String, Integer> place = new TreeMap<>();
    owners.forEach(owner -> place.put(owner, place.size()));
    SortedMap<String, List<ConstraintSupply.Tested>> byBranch = new TreeMap<>();
    ConstraintSupply.DEFAULT
        .of(
            plan.day(),
            new ClearingGrid(run.resolved(0)),
            base,
            unit ->
                Optional.ofNullable(plan.ownerOfUnit().get(unit))
                    .map(place::get)
                    .orElse(owners.size()),
            owners.size() + 1)
        .forEach(
            tested ->
                byBranch.computeIfAbsent(tested.branch(), none -> new ArrayList<>()).add(tested));
    List<Pivotal> pivotal = new ArrayList<>();
    byBranch.forEach(
        (branch, tested) -> {
          for (int o = 0; o < owners.size(); o++) {
            double least = Double.POSITIVE_INFINITY;
            for (ConstraintSupply.Tested each : tested) {
              least = Math.min(least, each.index()[o]);
            }
            pivotal.add(new Pivotal(branch, owners.get(o), tested.size(), least));
          }
        });
    return pivotal;
  }
}
