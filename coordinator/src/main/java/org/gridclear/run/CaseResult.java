package org.gridclear.run;

import org.gridclear.worker.api.Receipt;

/**
 * One cell of a run's result.
 *
 * @param name name of the case, or snapshot and range of outages
 * @param receipt what the node answered
 * @param attempts how often the unit was sent; 0 if it was reused
 * @param sentAtSeconds when it was sent last, since the run began, by the coordinator's clock
 * @param answeredAtSeconds when it was answered
 */
public record CaseResult(
    String name, Receipt receipt, int attempts, double sentAtSeconds, double answeredAtSeconds) {
  /** Whether there is a result. */
  public boolean solved() {
    return receipt.solved();
  }
}
