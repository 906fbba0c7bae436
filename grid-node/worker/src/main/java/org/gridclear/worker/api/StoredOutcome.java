package org.gridclear.worker.api;

import org.gridclear.clearing.ClearingResult;

/**
 * What lies in the outcomes cache.
 *
 * @param receipt the node's answer
 * @param result the result in full
 */
public record StoredOutcome(Receipt receipt, ClearingResult result) {}
