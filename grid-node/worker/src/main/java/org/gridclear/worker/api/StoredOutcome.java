package org.gridclear.worker.api;

import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ClearingResult.Status;
import org.gridclear.work.CaseSummary;

/**
 * What lies in the outcomes cache.
 *
 * @param receipt the node's answer
 * @param result the result in full
 */
public record StoredOutcome(Receipt receipt, ClearingResult result) {
  /**
   * The key under which an outcome lies: its work key, or, where the wall clock cut the search, a
   * key of its own, so that it is kept for the report but never reused.
   */
  public static String cacheKey(Receipt receipt) {
    CaseSummary summary = receipt.cleared();
    boolean reusable = !summary.status().equals(Status.TIME_LIMITED.name());
    return reusable ? receipt.key() : receipt.key() + "/" + summary.outcomeHash();
  }
}
