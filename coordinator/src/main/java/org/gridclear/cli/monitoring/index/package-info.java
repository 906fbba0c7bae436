/** Values of indices, their alarms and reports at the command line. */
@NullMarked
package org.gridclear.cli.monitoring.index;

import org.jspecify.annotations.NullMarked;
