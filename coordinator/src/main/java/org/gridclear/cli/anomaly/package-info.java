/** Commands about anomalies of results. */
package org.gridclear.cli.anomaly;
