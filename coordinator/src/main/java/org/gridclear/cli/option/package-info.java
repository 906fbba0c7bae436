/** Options, option values, input sources and output folders that commands have in common. */
@NullMarked
package org.gridclear.cli.option;

import org.jspecify.annotations.NullMarked;
