/** Rows of proposals of rules and their reviews (docs/market-day.md). */
@NullMarked
package org.gridclear.market.store.rule;

import org.jspecify.annotations.NullMarked;
