package org.gridclear.web.market.anomaly;

import org.jspecify.annotations.Nullable;

/**
 * A step that somebody makes.
 *
 * @param to acknowledged, handled or closed
 * @param measure how it was handled, for handled alone
 * @param comment what is to be said
 */
record AnomalyStep(@Nullable String to, @Nullable String measure, @Nullable String comment) {}
