package org.gridclear.run.actor;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunLimits;
import org.gridclear.worker.api.Ticker;

/**
 * What the runs of a coordinator share.
 *
 * @param grid the grid
 * @param limits what it takes on
 * @param own handles of the runs that it owns
 * @param blocking executor for calls that wait for the grid
 * @param clock time of day, for records and deadlines
 * @param ticker for spans of time
 */
record RunsSetting(
    GridAccess grid,
    RunLimits limits,
    OwnRuns own,
    Executor blocking,
    Clock clock,
    Ticker ticker) {}
