package org.gridclear.market.anomaly.rule;

import static org.gridclear.market.anomaly.rule.AnomalySeverity.NOTICE;
import static org.gridclear.market.anomaly.rule.AnomalySeverity.SEVERE;
import static org.gridclear.market.anomaly.rule.AnomalySeverity.WARNING;

import java.util.List;
import java.util.OptionalDouble;
import org.gridclear.market.anomaly.rule.AnomalyRule.Of;
import org.gridclear.market.anomaly.rule.AnomalyRule.Threshold;

/**
 * The rules of a market: one set for whatever judges results.
 *
 * @param rules the rules
 */
public record AnomalyRules(List<AnomalyRule> rules) {
  /** The rules of a market that has set none. */
  public static final AnomalyRules STANDARD =
      new AnomalyRules(
          List.of(
              rule("PRICE-CAP", AnomalyType.PRICE_CAP, SEVERE, Threshold.NONE),
              rule("PRICE-ALARM", AnomalyType.PRICE_ALARM, WARNING, Threshold.of(1000)),
              rule(
                  "PRICE-RISE",
                  AnomalyType.PRICE_RISE,
                  WARNING,
                  new Threshold(OptionalDouble.of(0.5), 100)),
              rule("PRICE-NEGATIVE", AnomalyType.PRICE_NEGATIVE, NOTICE, Threshold.of(0)),
              rule("OUTPUT-LIMIT", AnomalyType.OUTPUT_LIMIT, SEVERE, Threshold.of(0.01)),
              rule("BALANCE-SLACK", AnomalyType.BALANCE_SLACK, SEVERE, Threshold.of(0.01)),
              rule("RESERVE-SHORT", AnomalyType.RESERVE_SHORT, SEVERE, Threshold.of(0.01)),
              rule("FLOW-HEAVY", AnomalyType.FLOW_HEAVY, NOTICE, Threshold.of(0.8)),
              rule("FLOW-VIOLATED", AnomalyType.FLOW_VIOLATED, SEVERE, Threshold.NONE),
              rule("OUTAGE-HEAVY", AnomalyType.OUTAGE_HEAVY, NOTICE, Threshold.of(0.8)),
              rule("OUTAGE-VIOLATED", AnomalyType.OUTAGE_VIOLATED, SEVERE, Threshold.NONE),
              rule("AUDIT-FAILED", AnomalyType.AUDIT_FAILED, SEVERE, Threshold.NONE),
              rule("GAP-WIDE", AnomalyType.GAP_WIDE, WARNING, Threshold.NONE),
              rule("NO-RESULT", AnomalyType.NO_RESULT, SEVERE, Threshold.of(60)),
              rule("ALL-SHED", AnomalyType.ALL_SHED, SEVERE, Threshold.of(0.999)),
              rule("NOT-SECURE", AnomalyType.NOT_SECURE, SEVERE, Threshold.NONE)));

  public AnomalyRules {
    rules = List.copyOf(rules);
  }

  private static AnomalyRule rule(
      String id, AnomalyType type, AnomalySeverity severity, Threshold threshold) {
    return new AnomalyRule(id, type, severity, true, Of.ALL, threshold);
  }

  /**
   * Rules in effect in a market.
   *
   * @param market its word
   */
  public List<AnomalyRule> in(String market) {
    return rules.stream().filter(rule -> rule.inEffect() && rule.holdsIn(market)).toList();
  }
}
