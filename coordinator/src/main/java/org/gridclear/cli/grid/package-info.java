/** Commands of a grid: the server, what an operator does to nodes, backup and restore. */
@NullMarked
package org.gridclear.cli.grid;

import org.jspecify.annotations.NullMarked;
