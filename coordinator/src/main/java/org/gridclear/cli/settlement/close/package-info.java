/** Commands that close: days, months, corrections. */
@NullMarked
package org.gridclear.cli.settlement.close;

import org.jspecify.annotations.NullMarked;
