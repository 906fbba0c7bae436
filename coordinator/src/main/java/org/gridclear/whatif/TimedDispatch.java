package org.gridclear.whatif;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.highs.HighsSolver;

/** What a dispatch is given that somebody waits for. */
public final class TimedDispatch {
  private TimedDispatch() {}

  /**
   * This machine's solver, and a time that begins now.
   *
   * @param seconds after which the dispatch ends without an answer
   * @return nothing if the machine has no solver
   */
  public static Optional<ClearingContext> within(long seconds) {
    long begun = System.nanoTime();
    Deadline until = Deadline.when(() -> seconds - (System.nanoTime() - begun) / 1e9);
    return HighsSolver.find()
        .map(ClearingContext::of)
        .map(
            plain ->
                new ClearingContext(
                    plain.solver(), until, until, plain.progress(), plain.start(), plain.cuts()));
  }
}
