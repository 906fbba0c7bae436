package org.gridclear.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.AncillaryAuction;
import org.gridclear.clearing.ClearedFlows;
import org.gridclear.clearing.ClearingContext;
import org.gridclear.clearing.ClearingOutcome;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.FlowOffsets;
import org.gridclear.clearing.FlowRowKey;
import org.gridclear.clearing.SecurityReport;
import org.gridclear.clearing.SecurityReport.Round;
import org.gridclear.clearing.SecurityReport.Violation;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ClearingOptions;

/**
 * Clearing and AC check in turn until no new cut is needed or the rounds are used up (EQ-08,
 * AMB-17). A branch that is over its rating in AC gets a cut: its DC row is moved by what the AC
 * flow exceeds the DC flow at that point, in the direction of the flow.
 */
public final class SecureClearing {
  /** A limit keeps this share of itself free for what the linear cut does not see. */
  private static final double MARGIN_SHARE = 2e-3;

  /** A branch that carries hardly any active power is not relieved by taking that away. */
  private static final double POWER_FACTOR_MIN = 0.5;

  private SecureClearing() {}

  /** Clears a case, checked in AC if the options ask for it. */
  public static ClearingOutcome clear(
      ClearingCase clearingCase, ClearingOptions options, ClearingContext context) {
    ClearingOutcome outcome = AncillaryAuction.clear(clearingCase, options, context);
    List<Round> rounds = new ArrayList<>();
    Map<FlowRowKey, FlowOffsets.Cut> cuts = new HashMap<>(context.cuts().cuts());
    for (int number = 1; number <= options.securityRoundsMax(); number++) {
      if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
        return outcome;
      }
      ClearingResult result = cleared.result();
      AcCheck.Found found = AcCheck.check(clearingCase, result, context.cancelled());
      if (context.cancelled().passed()) {
        return new ClearingOutcome.NotCleared(
            ClearingOutcome.Reason.CANCELLED, "The case was cancelled during its AC check.");
      }
      List<Violation> unreported =
          found.violations().stream().filter(v -> !reported(result, v)).toList();
      boolean last = number == options.securityRoundsMax();
      int added = last ? 0 : addCuts(clearingCase, result, unreported, cuts);
      rounds.add(round(number, result, found, added));
      context
          .progress()
          .step(
              "security round %d: %d violations in AC, %d cuts"
                  .formatted(number, unreported.size(), added));
      if (added == 0) {
        boolean secure = unreported.isEmpty() && found.unsolved().isEmpty();
        return new ClearingOutcome.Cleared(
            result.withSecurity(
                new SecurityReport(rounds, secure, found.violations(), found.unsolved())));
      }
      outcome =
          AncillaryAuction.clear(
              clearingCase, options, context.again(result, new FlowOffsets(cuts)));
    }
    return outcome;
  }

  private static boolean reported(ClearingResult result, Violation v) {
    String element = "branch " + v.branch() + (v.outage().isEmpty() ? "" : " after outages");
    return result.relaxations().stream()
        .anyMatch(r -> r.period() == v.period() && r.element().split(",")[0].equals(element));
  }

  private static Round round(int number, ClearingResult result, AcCheck.Found found, int added) {
    int base = (int) found.violations().stream().filter(v -> v.outage().isEmpty()).count();
    double worst =
        found.violations().stream().mapToDouble(v -> v.mva() / v.ratingMva()).max().orElse(0);
    int periods = (int) found.unsolved().stream().filter(u -> u.outage().isEmpty()).count();
    return new Round(
        number,
        result.objectiveYuan(),
        base,
        found.violations().size() - base,
        worst,
        periods,
        found.unsolved().size() - periods,
        added);
  }

  /**
   * The linear cut around the AC point: a MW less of active flow lowers the apparent flow by the
   * power factor of the branch, so the more reactive power it carries, the more must go. It is
   * never asked to turn round.
   */
  private static FlowOffsets.Cut cut(double dcMw, Violation violation) {
    double limitMw = violation.ratingMva() * (1 - MARGIN_SHARE);
    double powerFactor = Math.max(POWER_FACTOR_MIN, Math.min(1, Math.abs(dcMw) / violation.mva()));
    double mostMw = Math.max(0, Math.abs(dcMw) - (violation.mva() - limitMw) / powerFactor);
    return new FlowOffsets.Cut(Math.signum(dcMw) * (limitMw - mostMw), limitMw);
  }

  /** Adds or tightens the cut of every violation; returns how many rows have a limit. */
  private static int addCuts(
      ClearingCase clearingCase,
      ClearingResult result,
      List<Violation> violations,
      Map<FlowRowKey, FlowOffsets.Cut> cuts) {
    if (violations.isEmpty()) {
      return 0;
    }
    ClearedFlows flows = new ClearedFlows(clearingCase, result.schedule());
    int added = 0;
    for (Violation violation : violations) {
      FlowRowKey key = flows.key(violation.branch(), violation.outage(), violation.period());
      if (key == null) {
        continue;
      }
      double dcMw = flows.flowMw(key);
      cuts.put(key, cut(dcMw, violation));
      added++;
    }
    return added;
  }
}
