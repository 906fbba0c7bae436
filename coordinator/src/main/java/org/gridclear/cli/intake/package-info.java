/** Commands of what a market is given from outside: networks, series, snapshots, tickets. */
@NullMarked
package org.gridclear.cli.intake;

import org.jspecify.annotations.NullMarked;
