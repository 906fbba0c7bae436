package org.gridclear.security.screening;

import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.solver.Deadline;

/** Screens outages of a prepared model; a function of its arguments. */
public final class ScreeningKernel {
  /** What is said of an outage of equipment that is out of service anyway. */
  public static final String NOTHING_TO_OPEN = "Nothing of it is in service.";

  private ScreeningKernel() {}

  /**
   * Screens a range of the model's outages. Every outage of the range has a result, or a link to
   * the outage that leaves the same network behind.
   *
   * @param model base case, limits and outages; may be shared by several threads
   * @param from first outage
   * @param to one past the last
   * @param cancelled asked between batches; what is done by then is returned
   */
  public static ScreeningBlock screen(ScreeningModel model, int from, int to, Deadline cancelled) {
    return model.screening().run(from, to, cancelled);
  }
}
