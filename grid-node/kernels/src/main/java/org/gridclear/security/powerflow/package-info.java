/**
 * DC and AC power flow of one operating point. {@link
 * org.gridclear.security.powerflow.PowerFlowModel} turns network and operating point into arrays by
 * position; the solvers work on these alone.
 */
@NullMarked
package org.gridclear.security.powerflow;

import org.jspecify.annotations.NullMarked;
