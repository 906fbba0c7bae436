package org.gridclear.run;

import org.gridclear.worker.api.Receipt;

/**
 * What became of a unit of a run.
 *
 * @param receipt what the node answered, or why there is no answer
 * @param attempts how often it was sent; 0 if its outcome existed
 * @param sentAtSeconds when it was sent last, since the run began, by the coordinator's clock
 * @param answeredAtSeconds when it was answered
 */
public record UnitResult(
    Receipt receipt, int attempts, double sentAtSeconds, double answeredAtSeconds) {
  /** A unit that nobody worked on in this run. */
  public static UnitResult notSent(Receipt receipt) {
    return new UnitResult(receipt, 0, 0, 0);
  }
}
