/** Anomalies of results over HTTP. */
@NullMarked
package org.gridclear.web.market.anomaly;

import org.jspecify.annotations.NullMarked;
