package org.gridclear.web.market.approval;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a version of a day stands, for whoever operates the market and who approves. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class VersionStateController {
  private final ServedApproval approval;

  VersionStateController(ServedApproval approval) {
    this.approval = approval;
  }

  /** A version and how it came to its state. */
  @GetMapping("/days/{date}/versions/{version}/state")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  StandingVersion state(
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle) {
    return StandingVersion.of(
        ServedApproval.asked(
            () -> approval.open().standing(ServedApproval.id(market, date, cycle, version))));
  }
}
