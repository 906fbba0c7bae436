package org.gridclear.market.operation;

import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;

/**
 * The way of a version to its approval: checked and submitted by the automation, approved by a
 * person.
 *
 * @param approval the approvals of the market
 * @param automation account of the automation
 */
record Steps(DayApproval approval, String automation) {
  private static final String REASON = "by the market's workflow";

  /**
   * Goes the steps that are left.
   *
   * @param approver the account that approves; another than the automation
   * @return the state that it has now
   * @throws IllegalArgumentException if a step is refused
   */
  String approve(VersionId id, String approver) {
    if (approval.standing(id).state() == VersionState.DRAFT) {
      approval.check(new DayApproval.Wanted(id, automation, REASON));
    }
    if (approval.standing(id).state() == VersionState.CHECKED) {
      approval.submit(new DayApproval.Wanted(id, automation, REASON));
    }
    if (approval.standing(id).state() == VersionState.SUBMITTED) {
      approval.approve(new DayApproval.Wanted(id, approver, REASON));
    }
    return approval.standing(id).state().word();
  }
}
