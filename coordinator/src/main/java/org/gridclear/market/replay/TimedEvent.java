package org.gridclear.market.replay;

import java.time.Instant;

/**
 * Something that came from outside.
 *
 * @param at when, on the market's clock
 * @param what it was
 */
public record TimedEvent(Instant at, OutsideEvent what) {}
