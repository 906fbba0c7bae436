package org.gridclear.market.day;

import java.time.OffsetDateTime;

/**
 * How a version came to be.
 *
 * @param build the build that cleared it
 * @param by account that asked for it
 * @param at when
 * @param provenance which versions of its inputs it took, JSON; "" where nobody said
 */
public record Made(String build, String by, OffsetDateTime at, String provenance) {}
