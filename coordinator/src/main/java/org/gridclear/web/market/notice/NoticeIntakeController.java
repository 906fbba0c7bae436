package org.gridclear.web.market.notice;

import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.publication.MessageText;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices are published, corrected and withdrawn by who operates the market. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeIntakeController {
  private final ServedNotices served;

  NoticeIntakeController(ServedNotices served) {
    this.served = served;
  }

  /** Publishes a notice. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> publish(Caller caller, @RequestBody WantedNotice wanted) {
    return MessageText.fields(served.notices().publish(served.read(wanted), caller.name()));
  }

  /** Publishes another text in place of a notice, to the same audience. */
  @PostMapping(path = "/{number}/correction", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> correct(
      Caller caller, @PathVariable long number, @RequestBody WantedNotice wanted) {
    served.find(caller, "operator", number);
    return MessageText.fields(served.notices().correct(number, served.read(wanted), caller.name()));
  }

  /** Withdraws a notice, with a reason. */
  @PostMapping("/{number}/withdrawal")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> withdraw(
      Caller caller, @PathVariable long number, @RequestParam(defaultValue = "") String reason) {
    served.find(caller, "operator", number);
    return MessageText.fields(served.notices().withdraw(number, reason, caller.name()));
  }
}
