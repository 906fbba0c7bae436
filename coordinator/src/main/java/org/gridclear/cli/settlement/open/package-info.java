/** The settlement of a market that a command has open: who asks it and who changes it. */
@NullMarked
package org.gridclear.cli.settlement.open;

import org.jspecify.annotations.NullMarked;
