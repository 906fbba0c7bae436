/** A command as a process: the grid it starts or joins, as a node too, its log and its end. */
@NullMarked
package org.gridclear.cli.process;

import org.jspecify.annotations.NullMarked;
