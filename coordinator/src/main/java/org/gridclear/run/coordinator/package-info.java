/** A coordinator of runs with what it runs on: a node of a grid, or one process. */
@NullMarked
package org.gridclear.run.coordinator;

import org.jspecify.annotations.NullMarked;
