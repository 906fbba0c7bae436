/** What workflows are, by version, and when they start; data alone (docs/market-day.md). */
@NullMarked
package org.gridclear.market.workflow.book;

import org.jspecify.annotations.NullMarked;
