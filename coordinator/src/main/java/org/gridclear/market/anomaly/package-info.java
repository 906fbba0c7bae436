/**
 * What is not as it should be in a result: rules as data, what they find in a version of a day, and
 * what becomes of it (docs/market-day.md, Anomalies).
 */
@NullMarked
package org.gridclear.market.anomaly;

import org.jspecify.annotations.NullMarked;
