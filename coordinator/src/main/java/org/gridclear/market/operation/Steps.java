package org.gridclear.market.operation;

import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;

/**
 * The way of a version to its approval: checked and submitted by one account, approved by another.
 *
 * @param approval the approvals of the market
 * @param submitter account that checks and submits
 * @param reason why, of every step
 */
public record Steps(DayApproval approval, String submitter, String reason) {
  /**
   * Goes the steps that are left.
   *
   * @param approver the account that approves; another than the submitter
   * @return the state that it has now
   * @throws IllegalArgumentException if a step is refused
   */
  public String approve(VersionId id, String approver) {
    if (approval.standing(id).state() == VersionState.DRAFT) {
      approval.check(new DayApproval.Wanted(id, submitter, reason));
    }
    if (approval.standing(id).state() == VersionState.CHECKED) {
      approval.submit(new DayApproval.Wanted(id, submitter, reason));
    }
    if (approval.standing(id).state() == VersionState.SUBMITTED) {
      approval.approve(new DayApproval.Wanted(id, approver, reason));
    }
    return approval.standing(id).state().word();
  }
}
