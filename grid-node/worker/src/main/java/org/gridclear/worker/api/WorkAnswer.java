package org.gridclear.worker.api;

import java.util.function.Function;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.UnitSummary;

/** What a node has for a unit: an outcome that is kept in the grid, or why there is none. */
public sealed interface WorkAnswer {
  /** What the run is told. */
  UnitSummary summary();

  /**
   * An outcome.
   *
   * @param summary what the run is told
   * @param packing makes the bytes that are kept, the receipt among them
   */
  record Done(UnitSummary summary, Function<Receipt, byte[]> packing) implements WorkAnswer {}

  /**
   * None.
   *
   * @param summary why
   */
  record Failed(Failure summary) implements WorkAnswer {
    /** None, for this reason. */
    public Failed(FailureReason reason, String text) {
      this(new Failure(reason, text));
    }
  }
}
