package org.gridclear.clearing.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;

/** Checks what a result reports of a limited flow: that it is of the case, and its numbers. */
final class FlowReportAudit {
  private static final double MW = 2 * Tolerance.MW;

  private final List<Finding> findings;

  FlowReportAudit(List<Finding> findings) {
    this.findings = findings;
  }

  /** Elements, outages and periods are those of the case, each limit with its name, and once. */
  void names(MarketDay day, List<FlowResult> flows) {
    Set<String> branches = ids(day.network().branches(), Branch::id);
    Set<String> flowgates = ids(day.network().flowgates(), Flowgate::id);
    Set<String> outages = ids(day.rules().contingencies().listed(), Contingency::id);
    outages.addAll(branches);
    outages.add("");
    Set<List<Object>> seen = new HashSet<>();
    for (FlowResult flow : flows) {
      boolean gate = flow.ofFlowgate();
      if (!gate && !flow.constraint().equals(flow.outage().isEmpty() ? "B-19" : "B-20")) {
        unknown(
            flow, "no limit %s with the outage '%s'".formatted(flow.constraint(), flow.outage()));
      }
      if (!seen.add(List.of(gate, flow.element(), flow.outage(), flow.period()))) {
        unknown(flow, "it once in a period after an outage, the result twice");
      }
      if (!(gate ? flowgates : branches).contains(flow.element())) {
        unknown(flow, "no such " + (gate ? "flowgate" : "branch"));
      }
      if (!outages.contains(flow.outage())) {
        unknown(flow, "no outage " + flow.outage());
      }
      if (flow.period() < 0 || flow.period() >= day.periodCount()) {
        unknown(flow, day.periodCount() + " periods");
      }
    }
  }

  private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
    return all.stream().map(id).collect(Collectors.toCollection(HashSet::new));
  }

  private void unknown(FlowResult flow, String what) {
    findings.add(
        new Finding("completeness", flow.element(), flow.period(), "the case has " + what));
  }

  /** An overload is what the flow has beyond its limit. */
  void overload(FlowResult flow) {
    double over = Math.max(0, Math.abs(flow.flowMw()) - flow.limitMw());
    if (Math.abs(over - flow.overloadMw()) > MW) {
      report("overload", flow, flow.overloadMw(), over);
    }
  }

  /** More of a limit costs nothing. */
  void shadowPrice(FlowResult flow) {
    if (flow.shadowPriceYuanPerMwh() < 0) {
      report("shadow price", flow, flow.shadowPriceYuanPerMwh(), 0);
    }
  }

  /**
   * The flow and its limit against what is counted here.
   *
   * @param countedMw the flow by the schedule
   * @param limitMw the limit in the direction that is reported
   */
  void counted(FlowResult flow, double countedMw, double limitMw) {
    if (Math.abs(countedMw - flow.flowMw()) > MW + 1e-6 * Math.abs(countedMw)) {
      report("reported flow", flow, flow.flowMw(), countedMw);
    }
    boolean same = flow.limitMw() == limitMw;
    if (!same && Math.abs(flow.limitMw() - limitMw) > MW) {
      report("reported limit", flow, flow.limitMw(), limitMw);
    }
  }

  private void report(String check, FlowResult flow, double found, double expected) {
    findings.add(
        new Finding(
            check, flow.element(), flow.period(), "%s, recomputed %s".formatted(found, expected)));
  }
}
