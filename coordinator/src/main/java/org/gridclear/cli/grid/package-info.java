/** Commands of a grid: what an operator does to nodes, backup and restore. */
@NullMarked
package org.gridclear.cli.grid;

import org.jspecify.annotations.NullMarked;
