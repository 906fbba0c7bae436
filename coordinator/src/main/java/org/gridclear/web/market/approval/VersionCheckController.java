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

/** Versions are looked at and submitted by whoever operates the market. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class VersionCheckController {
  private final ServedApproval approval;

  VersionCheckController(ServedApproval approval) {
    this.approval = approval;
  }

  /** The caller has looked at a version. */
  @PostMapping("/days/{date}/versions/{version}/state/check")
  @Needs(Right.OPERATE_MARKET)
  Transition check(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return approval.step(
        caller, ServedApproval.id(market, date, cycle, version), reason, DayApproval::check);
  }

  /** A version is to be approved by another account. */
  @PostMapping("/days/{date}/versions/{version}/state/submit")
  @Needs(Right.OPERATE_MARKET)
  Transition submit(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return approval.step(
        caller, ServedApproval.id(market, date, cycle, version), reason, DayApproval::submit);
  }
}
