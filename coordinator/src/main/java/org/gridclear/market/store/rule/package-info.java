/** Rows of proposals of rules and their reviews (docs/market-day.md). */
package org.gridclear.market.store.rule;
