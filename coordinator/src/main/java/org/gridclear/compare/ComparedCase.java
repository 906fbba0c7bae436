package org.gridclear.compare;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.work.CaseSummary;

/**
 * A cleared case.
 *
 * @param name its name in its run
 * @param clearing the case with its market and switches
 * @param options how it was cleared
 * @param result what the clearing found
 * @param summary its figures, as they were stored with the result
 */
public record ComparedCase(
    String name,
    ClearingCase clearing,
    ClearingOptions options,
    ClearingResult result,
    CaseSummary summary) {
  MarketDay day() {
    return clearing.day();
  }
}
