package org.gridclear.market.store.anomaly;

import java.time.OffsetDateTime;

/**
 * A step of an anomaly.
 *
 * @param anomaly number of the anomaly
 * @param step from 1
 * @param from state before
 * @param to state after
 * @param measure how it was handled; "" where it was not
 * @param remark what was said
 * @param by account
 * @param at when
 */
public record TransitionRow(
    long anomaly,
    int step,
    String from,
    String to,
    String measure,
    String remark,
    String by,
    OffsetDateTime at) {}
