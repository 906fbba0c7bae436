/** Child processes in which native solvers run, and how a node talks to them (docs/grid.md §3). */
package org.gridclear.worker.process;
