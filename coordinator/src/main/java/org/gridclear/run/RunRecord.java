package org.gridclear.run;

import org.gridclear.run.dispatch.Priority;

/**
 * What the grid keeps about a run.
 *
 * @param status how far it is
 * @param owner id of the coordinator that owns it
 * @param ownerName its name
 * @param epoch grows by one whenever the owner changes
 * @param user who asked for it
 * @param priority which units go first
 * @param submittedAtMillis when it was acknowledged, by the clock of that coordinator
 * @param deadlineAtMillis when open cells fail; 0 for never
 */
public record RunRecord(
    RunStatus status,
    String owner,
    String ownerName,
    long epoch,
    String user,
    Priority priority,
    long submittedAtMillis,
    long deadlineAtMillis) {

  /** The same run, this far. */
  public RunRecord with(RunStatus changed) {
    return new RunRecord(
        changed, owner, ownerName, epoch, user, priority, submittedAtMillis, deadlineAtMillis);
  }

  /** The same run, owned by another coordinator from now on. */
  public RunRecord takenBy(String other, String otherName) {
    return new RunRecord(
        status, other, otherName, epoch + 1, user, priority, submittedAtMillis, deadlineAtMillis);
  }

  /** What the run was to do once more, as urgent as it was and without a deadline. */
  public RunRequest again(Job job, String by) {
    return new RunRequest(job, by, priority, null);
  }

  /**
   * Whether somebody may end it: whose it is, or who manages the grid.
   *
   * @param managesGrid whether that is so
   */
  public boolean mayBeEndedBy(String name, boolean managesGrid) {
    return managesGrid || user.equals(name);
  }
}
