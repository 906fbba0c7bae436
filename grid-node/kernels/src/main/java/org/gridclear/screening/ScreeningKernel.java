package org.gridclear.screening;

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

  /** The result of a solved outage. */
  static OutageResult result(
      int outage, OutageEffect effect, int violations, OutageFigures figures, double baseMva) {
    OutageStatus status =
        effect.lost().length > 0
            ? OutageStatus.ISLANDED
            : violations > 0 ? OutageStatus.VIOLATED : OutageStatus.SECURE;
    return new OutageResult(
        outage,
        status,
        figures.worstDevice(),
        figures.worstLoading(),
        violations,
        figures.excessMw(),
        figures.severity(),
        effect.lost().length,
        effect.lostLoadPu() * baseMva,
        effect.lostGenerationPu() * baseMva,
        figures.mismatchPu(),
        figures.iterations(),
        -1,
        "");
  }

  /** Whether a branch carries flow after an outage. */
  static boolean carries(OutageEffect effect, Monitored monitored, int l) {
    for (int open : effect.open()) {
      if (open == l) {
        return false;
      }
    }
    for (int k : effect.lost()) {
      if (monitored.fromOf(l) == k || monitored.toOf(l) == k) {
        return false;
      }
    }
    return true;
  }
}
