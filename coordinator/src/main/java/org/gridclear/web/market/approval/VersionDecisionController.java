package org.gridclear.web.market.approval;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.Transition;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.Reason;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions are approved, rejected and withdrawn by another account. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class VersionDecisionController {
  private final ServedApproval approval;

  VersionDecisionController(ServedApproval approval) {
    this.approval = approval;
  }

  /** A version that others have made and submitted is in force from now on. */
  @PostMapping("/days/{date}/versions/{version}/state/approve")
  @Needs(Right.APPROVE_DAY)
  Transition approve(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return approval.step(
        caller, ServedApproval.id(market, date, cycle, version), reason, DayApproval::approve);
  }

  /** A version that others have made and submitted is not to be used. */
  @PostMapping("/days/{date}/versions/{version}/state/reject")
  @Needs(Right.APPROVE_DAY)
  Transition reject(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return approval.step(
        caller, ServedApproval.id(market, date, cycle, version), reason, DayApproval::reject);
  }
}
