package org.gridclear.market.check;

import org.gridclear.validate.Severity;

/**
 * What a rule found.
 *
 * @param rule id of the rule
 * @param text what must hold
 * @param severity how bad it is
 * @param kind name of the kind of series
 * @param subject of what; "" where it is of all
 * @param time what the market's clock shows; "" where it is of the whole delivery
 * @param value what is there
 * @param advice what to do
 */
public record CheckFinding(
    String rule,
    String text,
    Severity severity,
    String kind,
    String subject,
    String time,
    String value,
    String advice) {
  /** The finding on one line. */
  public String line() {
    String place = (kind + " " + subject).strip() + (time.isEmpty() ? "" : " at " + time);
    return "%s %s %s: %s; rule: %s. %s".formatted(severity, rule, place, value, text, advice);
  }
}
