/** Rules of anomalies at the command line. */
@NullMarked
package org.gridclear.cli.anomaly.rule;

import org.jspecify.annotations.NullMarked;
