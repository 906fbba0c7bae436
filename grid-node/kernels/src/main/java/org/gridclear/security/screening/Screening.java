package org.gridclear.security.screening;

import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.solver.Deadline;

/** A working space that screens ranges of outages; not safe for several threads. */
interface Screening {
  /**
   * Screens outages {@code from} to {@code to}, without those that are equivalent to others.
   *
   * @param cancelled asked between batches; what is done by then is returned
   */
  ScreeningBlock run(int from, int to, Deadline cancelled);
}
