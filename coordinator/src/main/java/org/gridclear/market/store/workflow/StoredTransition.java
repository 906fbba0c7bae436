package org.gridclear.market.store.workflow;

import java.time.Instant;

/**
 * What became of a node, or of the whole instance.
 *
 * @param number from 1 within the instance
 * @param node the node; "" for the instance
 * @param state the state that it came to, or {@code overdue}
 * @param by who: an account, or the name of a coordinator
 * @param at when, by the clock of who did it
 * @param reason why
 */
public record StoredTransition(
    int number, String node, String state, String by, Instant at, String reason) {}
