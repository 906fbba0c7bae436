package org.gridclear.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.Relaxation;
import org.gridclear.scenario.resolved.ClearingCase;

/** Re-checks a clearing: schedules, balance, flows, costs, prices. */
public final class ClearingAuditor {
  /** Tolerance of powers, in MW. */
  static final double MW = 2e-3;

  private ClearingAuditor() {}

  /** Everything that is wrong with {@code result}; empty if nothing is. */
  public static List<Finding> audit(ClearingCase clearingCase, ClearingResult result) {
    List<Finding> findings = new ArrayList<>();
    Set<String> relaxed = new HashSet<>();
    for (Relaxation relaxation : result.relaxations()) {
      relaxed.add(relaxation.element());
    }
    boolean complete =
        result.schedule().outputMw().length == clearingCase.day().thermalUnits().size()
            && result.schedule().shedMw().length == clearingCase.day().network().buses().size()
            && PlantAudit.complete(clearingCase, result.schedule());
    if (!complete) {
      findings.add(new Finding("completeness", "schedule", -1, "it is not of this case"));
      return findings;
    }
    for (int g = 0; g < clearingCase.day().thermalUnits().size(); g++) {
      new ThermalAudit(clearingCase, result, g, relaxed, findings).run();
    }
    new ResourceAudit(clearingCase, result, relaxed, findings).run();
    new RulesAudit(clearingCase, result, findings).run();
    new PlantAudit(clearingCase, result, findings).run();
    new GridAudit(clearingCase, result, findings).run();
    CostAudit.run(clearingCase, result, findings);
    return findings;
  }
}
