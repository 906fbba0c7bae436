package org.gridclear.worker.api;

import org.gridclear.work.CaseSummary;
import org.gridclear.work.Failure;

/**
 * A node's answer to a work unit; the outcome itself is in the outcomes cache by then.
 *
 * @param key name of the outcome
 * @param node name of the node that did it
 * @param seconds wall time
 * @param cpuSeconds CPU time of the thread
 * @param startedAtMillis when it was begun, by the node's clock
 * @param summary the figures; null if it failed
 * @param failure why it failed; null if it did not
 */
public record Receipt(
    String key,
    String node,
    double seconds,
    double cpuSeconds,
    long startedAtMillis,
    CaseSummary summary,
    Failure failure) {}
