/** Commands of a grid: nodes, the server, accounts, keys, backup and restore. */
@NullMarked
package org.gridclear.cli.grid;

import org.jspecify.annotations.NullMarked;
