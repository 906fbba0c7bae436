package org.gridclear.clearing.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;

/**
 * Checks what a result reports relaxed for itself: that the case has it, that its period and day
 * are of the case, and that no more of a flow is paid for than is over its limit.
 */
final class RelaxationAudit {
  private static final String OUTAGE = " after outages, most of ";

  private final MarketDay day;
  private final List<Finding> findings;
  private final Set<String> names = new HashSet<>();

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
      if (!(after || names.contains(each.element())) || !timed(each)) {
        report("completeness", each, "a relaxation of what the case lacks, day " + each.day());
      } else if (each.amount() < 0 || each.penaltyYuan() < 0) {
        report("relaxation", each, each.amount() + " for " + each.penaltyYuan() + " yuan");
      } else if (limited(limit)) {
        flow(each, limit, result.flows());
      }
    }
  }

  /** What a case can relax of units and resources: the names that its rows have. */
  private void units() {
    for (String row : UnitPath.ROWS) {
      day.thermalUnits().forEach(unit -> names.add("unit " + unit.id() + row));
    }
    day.storageUnits().forEach(unit -> names.add("storage " + unit.id() + " end level"));
    day.rules().hvdcSchedules().forEach(line -> names.add("HVDC line " + line.line()));
    for (String row : List.of(" water", " release", " spillage", " end level")) {
      day.rules().reservoirs().forEach(each -> names.add("reservoir " + each.id() + row));
    }
  }

  private void grid() {
    day.network()
        .buses()
        .forEach(
            bus -> {
              names.add("load not served at bus " + bus.id());
              names.add("load and other fixed draws not served at bus " + bus.id());
            });
    for (String what : List.of("generation not absorbed, ", "losses not served, ")) {
      names.add(what + "system");
      for (int i = 1; i <= day.network().buses().size(); i++) {
        names.add(what + "island " + i);
      }
    }
    day.network().branches().forEach(branch -> names.add("branch " + branch.id()));
    day.network().flowgates().forEach(gate -> names.add("flowgate " + gate.id()));
  }

  private void rules() {
    day.reserves().forEach(each -> names.add("reserve " + each.id()));
    day.rules().ranges().forEach(each -> names.add("constraint " + each.id()));
    day.rules().linear().forEach(each -> names.add("constraint " + each.id()));
    day.rules().variables().forEach(each -> names.add("variable " + each.id()));
  }

  private boolean limited(String element) {
    return (element.startsWith("branch ") || element.startsWith("flowgate "))
        && names.contains(element);
  }

  private boolean outage(String after) {
    String outage = after.substring(OUTAGE.length());
    ContingencySet set = day.rules().contingencies();
    return set.listed().stream().anyMatch(each -> each.id().equals(outage))
        || (set.everyBranch() && names.contains("branch " + outage));
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
