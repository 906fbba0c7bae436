package org.gridclear.market.anomaly.rule;

import org.gridclear.market.day.DayKey;

/** Holds a version of a day against rules: a function of its arguments. */
public final class AnomalyEvaluator {
  private AnomalyEvaluator() {}

  /** What the rules in effect find; each is judged, or named with what is missing. */
  public static Evaluation evaluate(AnomalyRules rules, JudgedDay day) {
    Findings findings = new Findings();
    for (AnomalyRule rule : rules.in(DayKey.word(day.key().market()))) {
      switch (rule.type()) {
        case PRICE_CAP, PRICE_ALARM, PRICE_RISE, PRICE_NEGATIVE ->
            new PriceChecks(day, findings).check(rule);
        case OUTPUT_LIMIT, BALANCE_SLACK, RESERVE_SHORT, ALL_SHED ->
            new PlanChecks(day, findings).check(rule);
        case FLOW_HEAVY, FLOW_VIOLATED, OUTAGE_HEAVY, OUTAGE_VIOLATED ->
            new FlowChecks(day, findings).check(rule);
        case AUDIT_FAILED, GAP_WIDE, NOT_SECURE -> new RunChecks(day, findings).check(rule);
        case NO_RESULT -> {} // There is a result; see DueResults.
      }
    }
    return findings.evaluation();
  }
}
