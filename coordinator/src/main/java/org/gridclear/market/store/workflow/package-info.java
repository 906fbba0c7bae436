/**
 * Rows of workflows: instances, their nodes, what became of them, and events (docs/market-day.md).
 */
package org.gridclear.market.store.workflow;
