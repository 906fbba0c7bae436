/**
 * Workflows of a market: what runs when, after what, by whom, and what became of it
 * (docs/market-day.md). Workflows are data; coordinators run them, of which there may be several.
 */
@NullMarked
package org.gridclear.market.workflow;

import org.jspecify.annotations.NullMarked;
