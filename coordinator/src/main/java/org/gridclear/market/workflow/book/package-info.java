/** What workflows are, by version, and when they start; data alone (docs/market-day.md). */
package org.gridclear.market.workflow.book;
