package org.gridclear.work;

import org.gridclear.scenario.CaseOverlay;
import org.gridclear.scenario.resolved.ClearingOptions;

/**
 * One case to clear, by reference: the node looks the base up by its hash.
 *
 * @param key name of the answer
 * @param baseHash hash of the packed base
 * @param overlay how the case differs from the base
 * @param options how to clear it
 */
public record WorkUnit(WorkKey key, String baseHash, CaseOverlay overlay, ClearingOptions options) {
  /** The unit of a case. */
  public static WorkUnit of(String baseHash, CaseOverlay overlay, ClearingOptions options) {
    return new WorkUnit(
        WorkKey.of(baseHash, overlay.changes(), options), baseHash, overlay, options);
  }
}
