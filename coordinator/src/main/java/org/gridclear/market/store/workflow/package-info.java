/**
 * Rows of workflows: instances, their nodes, what became of them, and events (docs/market-day.md).
 */
@NullMarked
package org.gridclear.market.store.workflow;

import org.jspecify.annotations.NullMarked;
