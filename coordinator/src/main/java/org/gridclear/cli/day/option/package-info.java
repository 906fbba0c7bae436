/** Options of commands about days: which version, why, with which papers. */
@NullMarked
package org.gridclear.cli.day.option;

import org.jspecify.annotations.NullMarked;
