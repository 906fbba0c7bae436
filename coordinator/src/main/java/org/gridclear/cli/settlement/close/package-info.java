/** Commands that close days and months, correct them, and bill what is closed. */
@NullMarked
package org.gridclear.cli.settlement.close;

import org.jspecify.annotations.NullMarked;
