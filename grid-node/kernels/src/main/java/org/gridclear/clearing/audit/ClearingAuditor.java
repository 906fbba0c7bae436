package org.gridclear.clearing.audit;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.network.NetworkIndex;

/** Re-checks a clearing: schedules, balance, flows, costs, prices. */
public final class ClearingAuditor {
  private ClearingAuditor() {}

  /** Everything that is wrong with {@code result}; empty if nothing is. */
  public static List<Finding> audit(ClearingCase clearingCase, ClearingResult result) {
    return audit(clearingCase, result, ClearingOptions.Ancillary.JOINT);
  }

  /**
   * Everything that is wrong with {@code result}; empty if nothing is.
   *
   * @param ancillary whether energy and reserve were cleared in one program, so that neither could
   *     gain by taking the other's place
   */
  public static List<Finding> audit(
      ClearingCase clearingCase, ClearingResult result, ClearingOptions.Ancillary ancillary) {
    return audit(clearingCase, result, ancillary, true);
  }

  /**
   * Everything that is wrong with the schedule of {@code result} by itself: of limits, balance and
   * flows, not of costs and prices. For schedules that several clearings decided one after the
   * other.
   */
  public static List<Finding> auditSchedule(ClearingCase clearingCase, ClearingResult result) {
    return audit(clearingCase, result, ClearingOptions.Ancillary.SEPARATE, false);
  }

  private static List<Finding> audit(
      ClearingCase clearingCase,
      ClearingResult result,
      ClearingOptions.Ancillary ancillary,
      boolean priced) {
    List<Finding> findings = new ArrayList<>();
    if (!ShapeAudit.complete(clearingCase, result, priced)) {
      findings.add(new Finding("completeness", "schedule", -1, "it is not of this case"));
      return findings;
    }
    new NumberAudit(findings).run(result, priced);
    if (priced) {
      new FlowReportAudit(findings).names(clearingCase.day(), result.flows());
      new RelaxationAudit(clearingCase.day(), findings).run(result);
    }
    if (!findings.isEmpty()) {
      return findings;
    }
    NetworkIndex index = new NetworkIndex(clearingCase.day().network());
    ResourceShares shares = new ResourceShares(clearingCase, result);
    boolean together = ancillary == ClearingOptions.Ancillary.JOINT;
    for (int g = 0; g < clearingCase.day().thermalUnits().size(); g++) {
      new ThermalAudit(clearingCase, result, g, findings).run();
      if (priced) {
        new ThermalPriceAudit(clearingCase, result, g, index, shares, findings).run(together);
      }
    }
    new ReserveAudit(clearingCase, result, priced).run(findings);
    new ResourceAudit(clearingCase, result, shares, priced, findings).run();
    new RulesAudit(clearingCase, result, priced && together, findings).run();
    new VariableAudit(clearingCase, result, findings).run(clearingCase, together);
    new PlantAudit(clearingCase, result, priced, findings).run();
    if (priced && together) {
      new PlantPriceAudit(clearingCase, result, index, findings).run();
    }
    new GridAudit(clearingCase, result, priced, findings).run(together);
    if (priced) {
      CostAudit.run(clearingCase, result, findings);
    }
    return findings;
  }
}
