package org.gridclear.market.year;

import java.time.LocalDate;
import org.gridclear.run.RunResult;
import org.gridclear.worker.api.Receipt;

/** A day has no schedule, so that none goes on from it. */
public final class DayNotClearedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  DayNotClearedException(LocalDate date, RunResult result, Receipt receipt) {
    super(
        "%s was not cleared: %s. The days before it are stored; the same command goes on from them."
            .formatted(
                date,
                receipt.solved()
                    ? "the run ended %s".formatted(result.status().state())
                    : "%s, %s".formatted(receipt.why().reason(), receipt.why().text())));
  }
}
