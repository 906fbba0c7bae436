package org.gridclear.run.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * How busy a grid is, and what one more node would bring. The estimate takes what is left of all
 * runs as work that every slot does at the same pace; it is empty where no run says how long it
 * takes.
 *
 * @param slots units that are done at a time
 * @param running units on nodes now
 * @param waiting units that wait for a slot
 * @param efficiency share of the slots that work, 0 to 1; null without slots
 * @param oldestWaitingSeconds since when the oldest run with waiting units is there; null for none
 * @param oldestWaitingRun that run; empty for none
 * @param leftSeconds until all open runs are done; null while that is not known
 * @param slotsOfOneMore slots that one more node would have
 * @param savedSeconds what it would save of that; null while that is not known
 */
public record GridCapacity(
    int slots,
    int running,
    int waiting,
    @Nullable Double efficiency,
    @Nullable Long oldestWaitingSeconds,
    String oldestWaitingRun,
    @Nullable Double leftSeconds,
    int slotsOfOneMore,
    @Nullable Double savedSeconds) {
  /**
   * An open run.
   *
   * @param id of the run
   * @param running its units on nodes
   * @param waiting its units that wait
   * @param leftSeconds until it is done; negative while that is not known
   * @param ageSeconds since it was submitted
   */
  public record OpenRun(String id, int running, int waiting, double leftSeconds, long ageSeconds) {}

  /**
   * The capacity of a grid.
   *
   * @param slots of all nodes
   * @param nodes number of nodes
   * @param runs that have not ended
   */
  public static GridCapacity of(int slots, int nodes, Iterable<OpenRun> runs) {
    int running = 0;
    int waiting = 0;
    double left = 0;
    boolean known = true;
    OpenRun oldest = null;
    for (OpenRun run : runs) {
      running += run.running();
      waiting += run.waiting();
      left = Math.max(left, run.leftSeconds());
      known &= run.leftSeconds() >= 0;
      if (run.waiting() > 0 && (oldest == null || run.ageSeconds() > oldest.ageSeconds())) {
        oldest = run;
      }
    }
    int more = nodes == 0 ? 1 : Math.max(1, slots / nodes);
    return new GridCapacity(
        slots,
        running,
        waiting,
        slots == 0 ? null : Math.min(1.0, (double) running / slots),
        oldest == null ? null : oldest.ageSeconds(),
        oldest == null ? "" : oldest.id(),
        known ? left : null,
        more,
        known ? saved(left, slots, Math.min(more, waiting)) : null);
  }

  /** More slots help only as far as units wait for one. */
  private static double saved(double left, int slots, int used) {
    return slots == 0 ? 0 : left * used / (slots + used);
  }
}
