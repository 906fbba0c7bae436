/** Workflows and rules of the served market over HTTP (docs/market-day.md). */
package org.gridclear.web.market.workflow;
