/**
 * What becomes of versions of days: states, who may bring them on, and what is handed on
 * (docs/market-day.md).
 */
@NullMarked
package org.gridclear.market.approval;

import org.jspecify.annotations.NullMarked;
