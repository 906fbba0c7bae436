package org.gridclear.market.day;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.work.CaseSummary;
import org.jspecify.annotations.Nullable;

/**
 * A cleared case that becomes a version of a day.
 *
 * @param clearingCase the case, in its market
 * @param options how it was cleared
 * @param result what was found
 * @param summary its figures and what the auditor says of it
 * @param owners whose units, loads and storages they are on the date
 */
public record DayResult(
    ClearingCase clearingCase,
    ClearingOptions options,
    ClearingResult result,
    @Nullable CaseSummary summary,
    Owners owners) {}
