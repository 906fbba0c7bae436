package org.gridclear.market.declaration.check;

import java.util.List;

/**
 * One thing that a declaration does not meet.
 *
 * @param rule the rule that is broken
 * @param place which unit and field, such as {@code G1 segments 2 yuanPerMwh}
 * @param value what stands there
 * @param advice what to do about it
 */
public record Objection(DeclarationRule rule, String place, String value, String advice) {
  /** Whether one of them refuses. */
  public static boolean refuse(List<Objection> objections) {
    return objections.stream().anyMatch(each -> each.rule().refuses());
  }

  /** The objection on one line: weight, rule, place, value, what must hold, advice. */
  public String line() {
    return "%s %s %s = %s; rule: %s. %s"
        .formatted(
            rule.refuses() ? "REFUSED" : "NOTICE", rule.id(), place, value, rule.text(), advice)
        .strip();
  }
}
