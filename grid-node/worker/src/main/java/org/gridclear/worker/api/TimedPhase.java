package org.gridclear.worker.api;

import org.jspecify.annotations.Nullable;

/**
 * A step of a search, and when it had ended.
 *
 * @param name the step
 * @param seconds CPU seconds since the unit was begun
 * @param bound best lower bound known then, in yuan
 * @param incumbent objective of the best schedule known then; null for none
 */
public record TimedPhase(String name, double seconds, double bound, @Nullable Double incumbent) {}
