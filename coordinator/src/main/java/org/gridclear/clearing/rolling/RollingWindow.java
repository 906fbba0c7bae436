package org.gridclear.clearing.rolling;

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
  /** Relative gap of its schedule. */
  public double gap() {
    return receipt.cleared().gap();
  }
}
