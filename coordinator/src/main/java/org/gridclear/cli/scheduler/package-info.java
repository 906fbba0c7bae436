/** Schedulers of the workflows of a market: as a command, and inside a server. */
@NullMarked
package org.gridclear.cli.scheduler;

import org.jspecify.annotations.NullMarked;
