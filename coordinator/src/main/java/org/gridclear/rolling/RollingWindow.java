package org.gridclear.rolling;

import org.gridclear.run.CaseResult;
import org.gridclear.worker.api.Receipt;

/**
 * A window that was cleared.
 *
 * @param from its first period
 * @param kept first period after those whose commitment it decided
 * @param to first period after those that it looked at
 * @param receipt what its clearing said
 */
public record RollingWindow(int from, int kept, int to, Receipt receipt) {
  static RollingWindow of(int from, int kept, int to, CaseResult cell) {
    return new RollingWindow(from, kept, to, cell.receipt());
  }

  /** Relative gap of its schedule. */
  public double gap() {
    return receipt.summary().gap();
  }
}
