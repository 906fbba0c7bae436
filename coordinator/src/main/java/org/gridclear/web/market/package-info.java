/**
 * Calls of the market: registry, days, series, declarations. Every call says which right it needs,
 * takes its caller, and answers within the caller's scope.
 */
@NullMarked
package org.gridclear.web.market;

import org.jspecify.annotations.NullMarked;
