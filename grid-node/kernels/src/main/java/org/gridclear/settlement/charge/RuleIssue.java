package org.gridclear.settlement.charge;

/**
 * What is wrong with a rule.
 *
 * @param rule which rule
 * @param field which field of it
 * @param value the offending text
 * @param text what is wrong
 */
public record RuleIssue(String rule, String field, String value, String text) {}
