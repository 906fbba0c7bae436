/** Anomalies on disk: rows, transitions, evaluations. */
package org.gridclear.market.store.anomaly;
