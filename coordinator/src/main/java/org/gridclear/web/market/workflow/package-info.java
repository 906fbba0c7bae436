/** Workflows of the served market over HTTP (docs/market-day.md). */
@NullMarked
package org.gridclear.web.market.workflow;

import org.jspecify.annotations.NullMarked;
