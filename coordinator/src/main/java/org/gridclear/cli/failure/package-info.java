/** How a command that failed ends: its exit code and what is said of it. */
@NullMarked
package org.gridclear.cli.failure;

import org.jspecify.annotations.NullMarked;
