/**
 * What a market hands to other systems and takes from them (docs/market-day.md, Exchange): channels
 * as data, an outbox that is written with the state of what is handed on, an inbox that takes what
 * comes once.
 */
@NullMarked
package org.gridclear.market.exchange;

import org.jspecify.annotations.NullMarked;
