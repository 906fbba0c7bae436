package org.gridclear.market.store.archive;

import java.time.OffsetDateTime;

/**
 * Something that somebody did.
 *
 * @param at when
 * @param account who
 * @param member whose it is; "" where it is no member's
 * @param kind what sort of thing
 * @param subject what it was done to
 * @param words how it ended, and why
 * @param place its place among those of one time and kind
 */
public record OperationRow(
    OffsetDateTime at,
    String account,
    String member,
    String kind,
    String subject,
    String words,
    long place) {}
