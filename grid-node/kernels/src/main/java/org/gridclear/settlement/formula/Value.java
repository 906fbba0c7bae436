package org.gridclear.settlement.formula;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a value before it is computed.
 *
 * @param step step that computes it
 * @param unit unit; null for the number 0, which has every unit
 * @param decimals decimals of the whole numbers that hold it
 * @param range least and greatest value
 * @param daily whether it is the same in all intervals of a day
 */
public record Value(int step, @Nullable Unit unit, int decimals, Range range, boolean daily) {}
