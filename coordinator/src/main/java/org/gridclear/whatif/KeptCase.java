package org.gridclear.whatif;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;

/**
 * A case that was cleared, with what it was cleared to.
 *
 * @param clearingCase the case
 * @param options how it was cleared
 * @param result its schedule and prices
 */
public record KeptCase(ClearingCase clearingCase, ClearingOptions options, ClearingResult result) {}
