package org.gridclear.study;

/**
 * The periods in which a change holds.
 *
 * @param from first period, counted from 0
 * @param to first period after it
 */
public record Window(int from, int to) {}
