/** Anomalies on disk: rows, transitions, evaluations. */
@NullMarked
package org.gridclear.market.store.anomaly;

import org.jspecify.annotations.NullMarked;
