/** A command as a process: the grid it starts or joins, its log, its progress, its end. */
package org.gridclear.cli.process;
