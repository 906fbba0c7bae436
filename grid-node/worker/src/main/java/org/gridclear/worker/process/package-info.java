/** Child processes in which native solvers run, and how a node talks to them (docs/grid.md §3). */
@NullMarked
package org.gridclear.worker.process;

import org.jspecify.annotations.NullMarked;
