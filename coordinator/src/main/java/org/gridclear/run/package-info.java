/**
 * Runs: a study planned into work units, and the ports through which a run reaches the grid. No
 * Akka and no Ignite here; see {@code run.actor} and {@code run.ignite}.
 */
@NullMarked
package org.gridclear.run;

import org.jspecify.annotations.NullMarked;
