/** Commands about anomalies of results. */
@NullMarked
package org.gridclear.cli.anomaly;

import org.jspecify.annotations.NullMarked;
