package org.gridclear.market.store.event;

import java.time.OffsetDateTime;

/**
 * Something that happened.
 *
 * @param number its number, which rises in the order in which events were seen
 * @param at when it happened
 * @param kind what sort of thing
 * @param account who did it; "" for nobody
 * @param subject what of
 * @param words how it ended
 */
public record EventRow(
    long number, OffsetDateTime at, String kind, String account, String subject, String words) {}
