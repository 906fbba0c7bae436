package org.gridclear.clearing.audit;

import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.audit.flow.OutageFlows;
import org.gridclear.clearing.audit.flow.Topologies;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.SecurityCut;
import org.gridclear.network.Flowgate;
import org.gridclear.network.NetworkIndex;

/**
 * Checks the cuts of the AC check, or those that the case was given, one by one: the DC flow of the
 * element, its outage really made (branches opened, buses cut off, what is lost made up by the
 * others), with the cut's offset within the cut's limit. And that a day is called secure only where
 * the check left nothing.
 */
final class CutAudit {
  /** Overload of an element that the result reports. */
  @FunctionalInterface
  interface Reported {
    double mw(String element, int t);
  }

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final Topologies topologies;
  private final OutageFlows outages;
  private final Reported reported;
  private final List<Finding> findings;

  CutAudit(
      ClearingCase clearingCase,
      ClearingResult result,
      NetworkIndex index,
      Topologies topologies,
      Reported reported,
      List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.topologies = topologies;
    this.outages = new OutageFlows(day, result, index, topologies);
    this.reported = reported;
    this.findings = findings;
  }

  /**
   * Checks the cuts of a period.
   *
   * @param injection injections of every bus, losses drawn
   */
  void run(int t, double[] injection) {
    SecurityReport security = result.security();
    List<SecurityCut> cuts =
        security == null ? day.rules().contingencies().cuts() : security.cuts();
    for (SecurityCut cut : cuts) {
      if (cut.period() == t && cut.inEffect() && clearingCase.inEffect(family(cut))) {
        cut(cut, injection);
      }
    }
  }

  /** A verdict that what the check left does not bear out. */
  void verdict() {
    SecurityReport security = result.security();
    if (security == null) {
      return;
    }
    long left =
        security.remaining().stream()
            .filter(each -> each.kind() != SecurityReport.Kind.VOLTAGE)
            .count();
    if (security.secure() && left + security.unsolved().size() > 0) {
      findings.add(
          new Finding(
              "secure",
              "AC check",
              -1,
              "called secure with %d flows over their limits and %d cases without a solution"
                  .formatted(left, security.unsolved().size())));
    }
  }

  private static ConstraintFamily family(SecurityCut cut) {
    if (!cut.outage().isEmpty()) {
      return ConstraintFamily.CONTINGENCIES;
    }
    return cut.flowgate() ? ConstraintFamily.FLOWGATES : ConstraintFamily.THERMAL;
  }

  private void cut(SecurityCut cut, double[] injection) {
    Optional<double[]> flows = outages.of(cut.outage(), injection, cut.period());
    if (flows.isEmpty()) {
      return;
    }
    double flow = topologies.flowMw(terms(cut), flows.get());
    double with = cut.forward() ? flow + cut.offsetMw() : -flow - cut.offsetMw();
    String element = (cut.flowgate() ? "flowgate " : "branch ") + cut.element();
    String after = cut.outage().isEmpty() ? "" : " after outages";
    double over = with - cut.limitMw() - reported.mw(element + after, cut.period());
    if (over > Tolerance.MW * 2) {
      findings.add(
          new Finding(
              "security cut",
              cut.name(),
              cut.period(),
              "%s MW over %s, not reported".formatted(over, cut.limitMw())));
    }
  }

  private List<Flowgate.Term> terms(SecurityCut cut) {
    return cut.flowgate()
        ? day.network().flowgates().stream()
            .filter(gate -> gate.id().equals(cut.element()))
            .findFirst()
            .orElseThrow()
            .terms()
        : List.of(new Flowgate.Term(cut.element(), 1));
  }
}
