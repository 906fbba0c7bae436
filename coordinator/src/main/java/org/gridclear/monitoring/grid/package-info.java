/** Tasks of monitoring as runs of the grid. */
@NullMarked
package org.gridclear.monitoring.grid;

import org.jspecify.annotations.NullMarked;
