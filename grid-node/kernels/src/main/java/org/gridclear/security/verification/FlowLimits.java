package org.gridclear.security.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.audit.OutageAudit;

/** Limits of branches and flowgates by period, read from the case for the auditor. */
final class FlowLimits {
  private final ClearingCase clearingCase;
  private final Map<String, BranchLimit> ofDay = new HashMap<>();

  private final Map<String, FlowgateLimit> gatesOfDay;

  FlowLimits(ClearingCase clearingCase) {
    this.clearingCase = clearingCase;
    clearingCase.day().branchLimits().forEach(limit -> ofDay.put(limit.branch(), limit));
    this.gatesOfDay = FlowgateLimit.byFlowgate(clearingCase.day().rules().flowgateLimits());
  }

  /**
   * A flow with its limit.
   *
   * @param element kind and id
   * @param size its size in MVA, of a flowgate in MW
   * @param limit the limit in its direction, never negative
   * @param reverse whether it is a flowgate's in the reverse direction
   */
  record Flow(String element, double size, double limit, boolean reverse) {
    /** Whether it is beyond its limit by more than both tolerances. */
    boolean over(double toleranceShare, double toleranceMw) {
      return size > limit + Math.max(toleranceMw, toleranceShare * limit);
    }

    /** Whether it is in the direction of another and beyond it by no more than a share and MW. */
    boolean within(Flow other, double share, double mw) {
      return reverse == other.reverse && size <= other.size + share * limit + mw;
    }

    /** Its size as a share of the limit; of a limit of nothing 0 as long as it is no more. */
    double share(double toleranceMw) {
      return limit > 0 ? size / limit : size > toleranceMw ? Double.POSITIVE_INFINITY : 0;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s at %.3f of %.3f", element, size, limit);
    }
  }

  /** Flows of everything whose limit is in effect before or after an outage. */
  List<Flow> flows(int t, boolean intact, OutageAudit.Finding found, NetworkIndex index) {
    MarketDay day = clearingCase.day();
    List<Flow> flows = new ArrayList<>();
    boolean branches = !intact || clearingCase.inEffect(ConstraintFamily.THERMAL);
    for (int l = 0; branches && l < found.flow().length; l++) {
      Branch branch = day.network().branches().get(l);
      BranchLimit limit = ofDay.get(branch.id());
      double most =
          intact
              ? BranchLimit.normalMw(branch, limit, t)
              : BranchLimit.emergencyMw(branch, limit, t);
      if (Double.isFinite(most)) {
        flows.add(
            new Flow(Kind.BRANCH + " " + branch.id(), Math.abs(found.flow()[l]), most, false));
      }
    }
    if (clearingCase.inEffect(ConstraintFamily.FLOWGATES)) {
      for (Flowgate gate : day.network().flowgates()) {
        double sum = 0;
        for (Flowgate.Term term : gate.terms()) {
          sum += term.weight() * found.activeMw()[index.branch(term.branch())];
        }
        FlowgateLimit limit = gatesOfDay.get(gate.id());
        double most =
            sum >= 0
                ? FlowgateLimit.forwardMw(gate, limit, t)
                : FlowgateLimit.reverseMw(gate, limit, t);
        flows.add(new Flow(Kind.FLOWGATE + " " + gate.id(), Math.abs(sum), most, sum < 0));
      }
    }
    return flows;
  }
}
