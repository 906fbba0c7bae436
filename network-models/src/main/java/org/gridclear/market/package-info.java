/**
 * Market data over a horizon: units with offers, renewables, storage, demand, reserves, and the
 * {@link MarketDay} that joins them with a network. Values only; nothing here computes a clearing.
 */
@NullMarked
package org.gridclear.market;

import org.jspecify.annotations.NullMarked;
