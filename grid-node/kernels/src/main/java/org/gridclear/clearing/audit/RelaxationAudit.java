package org.gridclear.clearing.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.network.Bus;

/**
 * Checks what a result reports relaxed for itself: that the case has it, under the constraint that
 * it is of, that its period and day are of the case, and that no more of a flow is paid for than is
 * over its limit.
 */
final class RelaxationAudit {
  private static final String OUTAGE = " after outages, most of ";

  /** Limits, given and kept statuses, starts and bands: what stands under a unit's bare name. */
  private static final Set<String> OF_UNITS =
      Set.of("B-02", "B-04", "B-05", "B-07", "B-11", "B-12");

  private final MarketDay day;
  private final List<Finding> findings;
  private final Map<String, Set<String>> constraintsOf = new HashMap<>();

  RelaxationAudit(MarketDay day, List<Finding> findings) {
    this.day = day;
    this.findings = findings;
    units();
    grid();
    rules();
  }

  void run(ClearingResult result) {
    for (Relaxation each : result.relaxations()) {
      int outage = each.element().indexOf(OUTAGE);
      String limit = outage < 0 ? each.element() : each.element().substring(0, outage);
      boolean after = outage >= 0 && limited(limit) && outage(each.element().substring(outage));
      if (!(after || has(each.element())) || !timed(each)) {
        report("completeness", each, "a relaxation of what the case lacks, day " + each.day());
      } else if (!isOf(each, limit, after)) {
        report("completeness", each, "it is relaxed as " + each.constraint() + ", which it is not");
      } else if (each.amount() < 0 || each.penaltyYuan() < 0) {
        report("relaxation", each, each.amount() + " for " + each.penaltyYuan() + " yuan");
      } else if (limited(limit)) {
        flow(each, limit, result.flows());
      }
    }
  }

  /** What a case can relax of units and resources: the names that its rows have. */
  private void units() {
    for (ThermalUnit unit : day.thermalUnits()) {
      for (String row : UnitPath.ROWS) {
        name("unit " + unit.id() + row, row.isEmpty() ? OF_UNITS : Set.of("B-03"));
      }
    }
    day.storageUnits().forEach(unit -> name("storage " + unit.id() + " end level", "STORAGE"));
    day.rules().hvdcSchedules().forEach(line -> name("HVDC line " + line.line(), "B-25"));
    for (Reservoir lake : day.rules().reservoirs()) {
      for (String row : List.of(" water", " release", " end level")) {
        name("reservoir " + lake.id() + row, "B-22");
      }
      name("reservoir " + lake.id() + " spillage", "B-24");
    }
  }

  private void grid() {
    for (Bus bus : day.network().buses()) {
      name("load not served at bus " + bus.id(), "B-14");
      name("load and other fixed draws not served at bus " + bus.id(), "B-14");
    }
    for (String what : List.of("generation not absorbed, ", "losses not served, ")) {
      name(what + "system", "B-14");
      for (int i = 1; i <= day.network().buses().size(); i++) {
        name(what + "island " + i, "B-14");
      }
    }
    day.network().branches().forEach(branch -> name("branch " + branch.id(), "B-19"));
    day.network().flowgates().forEach(gate -> name("flowgate " + gate.id(), "B-18"));
  }

  private void rules() {
    for (ReserveRequirement each : day.reserves()) {
      name("reserve " + each.id(), each.scope().isSystem() ? "B-15" : "B-16");
    }
    for (RangeConstraint each : day.rules().ranges()) {
      name("constraint " + each.id(), ConstraintFamily.of(each.kind()).id());
    }
    day.rules().linear().forEach(each -> name("constraint " + each.id(), "B-26"));
    day.rules().variables().forEach(each -> name("variable " + each.id(), "B-26"));
  }

  private void name(String element, String constraint) {
    name(element, Set.of(constraint));
  }

  private void name(String element, Set<String> constraints) {
    constraintsOf.computeIfAbsent(element, name -> new HashSet<>()).addAll(constraints);
  }

  private boolean has(String element) {
    return constraintsOf.containsKey(element);
  }

  /**
   * A branch is limited by another constraint after outages than before, a flowgate by the same.
   */
  private boolean isOf(Relaxation each, String limit, boolean after) {
    return after && limit.startsWith("branch ")
        ? each.constraint().equals("B-20")
        : constraintsOf.getOrDefault(limit, Set.of()).contains(each.constraint());
  }

  private boolean limited(String element) {
    return (element.startsWith("branch ") || element.startsWith("flowgate ")) && has(element);
  }

  private boolean outage(String after) {
    String outage = after.substring(OUTAGE.length());
    ContingencySet set = day.rules().contingencies();
    return set.listed().stream().anyMatch(each -> each.id().equals(outage))
        || (set.everyBranch() && has("branch " + outage));
  }

  private boolean timed(Relaxation each) {
    int last = day.periodCount() - 1;
    return each.period() < 0
        ? each.period() == -1 && each.day() >= -1 && each.day() <= day.horizon().dayOf(last)
        : each.period() <= last && each.day() == day.horizon().dayOf(each.period());
  }

  /** The greatest overload of a limit, intact or after any outage, is what may be paid for. */
  private void flow(Relaxation paid, String element, List<FlowResult> flows) {
    double over =
        flows.stream()
            .filter(flow -> flow.period() == paid.period())
            .filter(flow -> element.equals(name(flow)))
            .mapToDouble(FlowResult::overloadMw)
            .max()
            .orElse(0);
    if (paid.penaltyYuan() > 0 && paid.amount() > over + 2 * Tolerance.MW) {
      report("relaxation", paid, paid.amount() + " reported, " + over + " MW over");
    }
  }

  private static String name(FlowResult flow) {
    return (flow.ofFlowgate() ? "flowgate " : "branch ") + flow.element();
  }

  private void report(String check, Relaxation each, String text) {
    findings.add(new Finding(check, each.element(), each.period(), text));
  }
}
