package org.gridclear.clearing.audit;

import java.util.List;
import org.gridclear.clearing.result.FlowResult;

/** Checks the numbers that a result reports of a limited flow. */
final class FlowReportAudit {
  private static final double MW = 2 * Tolerance.MW;

  private final List<Finding> findings;

  FlowReportAudit(List<Finding> findings) {
    this.findings = findings;
  }

  /** An overload is what the flow has beyond its limit. */
  void overload(FlowResult flow) {
    double over = Math.max(0, Math.abs(flow.flowMw()) - flow.limitMw());
    if (Math.abs(over - flow.overloadMw()) > MW) {
      report("overload", flow, flow.overloadMw(), over);
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
