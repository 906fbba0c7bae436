package org.gridclear.market.rolling;

import org.gridclear.market.day.DayKey;
import org.gridclear.worker.api.Receipt;

/**
 * A run of the day has no schedule: somebody, or a rule, decides what holds in its place (I-05).
 */
public final class CycleNotClearedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  CycleNotClearedException(DayKey key, Receipt receipt) {
    super(
        "%s was not cleared: %s."
            .formatted(
                key.text(),
                receipt.solved()
                    ? "it has no outcome"
                    : "%s, %s".formatted(receipt.why().reason(), receipt.why().text())));
  }
}
