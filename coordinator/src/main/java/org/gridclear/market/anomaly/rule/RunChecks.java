package org.gridclear.market.anomaly.rule;

import java.util.Optional;

/** Rules about the clearing as a whole. */
final class RunChecks {
  private final JudgedDay day;
  private final Findings findings;

  RunChecks(JudgedDay day, Findings findings) {
    this.day = day;
    this.findings = findings;
  }

  void check(AnomalyRule rule) {
    Optional<CaseEvidence> evidence = day.evidence();
    if (evidence.isEmpty()) {
      findings.notJudged(rule, "what the clearing knew of itself was not kept");
      return;
    }
    switch (rule.type()) {
      case AUDIT_FAILED -> audit(rule, evidence.get());
      case GAP_WIDE -> gap(rule, evidence.get());
      default -> secure(rule, evidence.get());
    }
  }

  private void audit(AnomalyRule rule, CaseEvidence evidence) {
    int count = evidence.auditFindings().size();
    findings.look(
        rule,
        "findings",
        found -> {
          if (count > 0) {
            found.add(Place.RUN, 0, count, 0, count);
          }
        });
  }

  private void gap(AnomalyRule rule, CaseEvidence evidence) {
    if (Double.isNaN(evidence.gap())) {
      findings.notJudged(rule, "the result was not optimised and has no gap");
      return;
    }
    double limit = rule.threshold().limit().orElse(evidence.gapAskedFor());
    findings.look(
        rule,
        "of the cost",
        found -> {
          if (evidence.gap() > limit) {
            found.add(Place.RUN, 0, evidence.gap(), limit, evidence.gap());
          }
        });
  }

  private void secure(AnomalyRule rule, CaseEvidence evidence) {
    long over =
        evidence.checked()
            ? evidence.flows().stream().filter(CaseEvidence.Flow::over).count()
            : evidence.relaxedFlows().size();
    double count = over + evidence.unsolved();
    findings.look(
        rule,
        "flows over their limits or without a solution",
        found -> {
          if (!evidence.secure()) {
            found.add(Place.RUN, 0, count, 0, count);
          }
        });
  }
}
