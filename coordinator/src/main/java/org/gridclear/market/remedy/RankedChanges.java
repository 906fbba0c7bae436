package org.gridclear.market.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.anomaly.rule.CaseEvidence.Flow;
import org.gridclear.market.remedy.Change.Kind;

/**
 * The changes that would make a case feasible, the dearest violation first: what its clearing paid
 * penalties for, and what its AC check left over limits.
 */
public final class RankedChanges {
  private static final String NOT_SERVED = "load not served at bus ";
  private static final String AFTER = " after outages";
  private static final Map<Kind, String> CONSTRAINTS =
      Map.of(Kind.BRANCH, "B-19", Kind.BRANCH_AFTER_OUTAGES, "B-20", Kind.FLOWGATE, "B-18");

  private final Map<String, Target> targets = new HashMap<>();
  private final Map<Target, Growing> changes = new LinkedHashMap<>();

  /** What is changed of which element. */
  private record Target(Kind kind, String element) {}

  private static final class Growing {
    private final String constraint;
    private final String unit;
    private final Map<Integer, Double> amounts = new HashMap<>();
    private double yuan;

    Growing(String constraint, String unit) {
      this.constraint = constraint;
      this.unit = unit;
    }
  }

  private RankedChanges(MarketDay day) {
    day.network().buses().forEach(bus -> target(NOT_SERVED + bus.id(), Kind.LOAD, bus.id()));
    day.reserves().forEach(each -> target("reserve " + each.id(), Kind.RESERVE, each.id()));
    day.network()
        .branches()
        .forEach(
            branch -> {
              target("branch " + branch.id(), Kind.BRANCH, branch.id());
              target("branch " + branch.id() + AFTER, Kind.BRANCH_AFTER_OUTAGES, branch.id());
            });
    day.network()
        .flowgates()
        .forEach(
            gate -> {
              target("flowgate " + gate.id(), Kind.FLOWGATE, gate.id());
              target("flowgate " + gate.id() + AFTER, Kind.FLOWGATE, gate.id());
            });
    day.thermalUnits()
        .forEach(
            unit -> {
              target("unit " + unit.id() + " up", Kind.RAMP_UP, unit.id());
              target("unit " + unit.id() + " down", Kind.RAMP_DOWN, unit.id());
              target("B-07 unit " + unit.id(), Kind.STATUS, unit.id());
            });
  }

  private void target(String text, Kind kind, String element) {
    targets.put(text, new Target(kind, element));
  }

  /** The changes, ranked. */
  public static List<Change> of(MarketDay day, CaseEvidence evidence) {
    RankedChanges ranked = new RankedChanges(day);
    evidence.relaxed().forEach(ranked::add);
    evidence.flows().stream().filter(Flow::over).forEach(ranked::add);
    List<Change> all = new ArrayList<>();
    ranked.changes.forEach(
        (target, grown) ->
            all.add(
                new Change(
                    target.kind(),
                    grown.constraint,
                    target.element(),
                    grown.amounts,
                    grown.unit,
                    grown.yuan)));
    all.sort(Comparator.comparingDouble(Change::penaltyYuan).reversed());
    return all;
  }

  private void add(Relaxation relaxation) {
    int outages = relaxation.element().indexOf(AFTER + ",");
    String element =
        outages < 0
            ? relaxation.element()
            : relaxation.element().substring(0, outages + AFTER.length());
    Target none = new Target(Kind.NONE, relaxation.element());
    Target target =
        targets.getOrDefault(
            element, targets.getOrDefault(relaxation.constraint() + " " + element, none));
    add(
        relaxation.period() < 0 ? none : target,
        relaxation.constraint(),
        relaxation.period(),
        relaxation.amount(),
        relaxation.unit(),
        relaxation.penaltyYuan());
  }

  /** A flow that the AC check left over its limit; what is relaxed as well counts once. */
  private void add(Flow flow) {
    String element = flow.kind() + " " + flow.element() + (flow.outage().isEmpty() ? "" : AFTER);
    Target target = targets.getOrDefault(element, new Target(Kind.NONE, element));
    add(
        flow.period() == 0 ? new Target(Kind.NONE, element) : target,
        CONSTRAINTS.getOrDefault(target.kind(), ""),
        flow.period() - 1,
        Math.abs(flow.value()) - flow.limit(),
        flow.unit(),
        0);
  }

  private void add(
      Target target, String constraint, int period, double amount, String unit, double yuan) {
    Growing grown = changes.computeIfAbsent(target, none -> new Growing(constraint, unit));
    grown.amounts.merge(period, amount, Math::max);
    grown.yuan += yuan;
  }
}
