/** A command as a process: the grid it starts or joins, its log, its progress, its end. */
@NullMarked
package org.gridclear.cli.process;

import org.jspecify.annotations.NullMarked;
