package org.gridclear.clearing.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;

/** Checks that what a result reports flows of is of this case: elements, outages and periods. */
final class FlowNames {
  private static final String CHECK = "completeness";

  private final int periods;
  private final Set<String> branches;
  private final Set<String> flowgates;
  private final Set<String> outages;

  FlowNames(MarketDay day) {
    this.periods = day.periodCount();
    this.branches = day.network().branches().stream().map(Branch::id).collect(Collectors.toSet());
    this.flowgates =
        day.network().flowgates().stream().map(Flowgate::id).collect(Collectors.toSet());
    this.outages =
        day.rules().contingencies().listed().stream()
            .map(Contingency::id)
            .collect(Collectors.toSet());
  }

  void run(List<FlowResult> flows, List<Finding> findings) {
    for (FlowResult flow : flows) {
      boolean gate = flow.ofFlowgate();
      if (!(gate ? flowgates : branches).contains(flow.element())) {
        String kind = gate ? "flowgate" : "branch";
        findings.add(
            new Finding(CHECK, flow.element(), flow.period(), "the case has no such " + kind));
      }
      String outage = flow.outage();
      if (!outage.isEmpty() && !outages.contains(outage) && !branches.contains(outage)) {
        String text = "the case has no outage " + outage;
        findings.add(new Finding(CHECK, flow.element(), flow.period(), text));
      }
      if (flow.period() < 0 || flow.period() >= periods) {
        String text = "the case has %d periods".formatted(periods);
        findings.add(new Finding(CHECK, flow.element(), flow.period(), text));
      }
    }
  }
}
