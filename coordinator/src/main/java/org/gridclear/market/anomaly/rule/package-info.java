/**
 * Rules of anomalies as data, and what they find in a version of a day: functions of their
 * arguments (docs/market-day.md, Anomalies).
 */
@NullMarked
package org.gridclear.market.anomaly.rule;

import org.jspecify.annotations.NullMarked;
