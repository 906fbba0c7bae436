package org.gridclear.market;

/**
 * A branch that is out of service for some periods.
 *
 * @param branch id of the branch
 * @param from first period out, counted from 0
 * @param to first period back in service
 */
public record BranchOutage(String branch, int from, int to) {}
