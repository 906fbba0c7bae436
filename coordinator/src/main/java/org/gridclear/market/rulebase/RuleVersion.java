package org.gridclear.market.rulebase;

import java.time.Instant;

/**
 * A version of rules that was put in force.
 *
 * @param id of what, where there are several of the kind; "" else
 * @param number its number, from 1
 * @param from since when it holds
 * @param by whose account put it in force
 * @param at when
 */
public record RuleVersion(String id, int number, Instant from, String by, Instant at) {}
