/** The command line. Exit codes: 0 done, 1 failed cells, 2 bad input, 3 internal. */
@NullMarked
package org.gridclear.cli;

import org.jspecify.annotations.NullMarked;
