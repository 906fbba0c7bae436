/** The command that tests conduct and impact. */
@NullMarked
package org.gridclear.cli.monitoring.impact;

import org.jspecify.annotations.NullMarked;
