package org.gridclear.run;

import org.gridclear.run.dispatch.WorkDispatcher;

/**
 * A grid as runs see it.
 *
 * @param dispatcher its nodes
 * @param store what it keeps
 * @param registry what it knows about runs
 */
public record GridAccess(WorkDispatcher dispatcher, GridStore store, RunRegistry registry) {}
