package org.gridclear.web.market.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.publication.NoticeText;
import org.gridclear.market.publication.Recipient;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Notices: published by who operates the market, read by their audience. The acknowledgement of a
 * notice's message is the receipt of reading.
 */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {
  private final ServedNotices served;

  NoticeController(ServedNotices served) {
    this.served = served;
  }

  /** Notices of a range of days; only those that hold now where {@code standing}. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  List<Map<String, Object>> list(
      Caller caller,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "false") boolean standing) {
    Recipient whose = served.recipient(caller, recipient);
    return served.notices().list(whose, caller.scope(), from, to, standing).stream()
        .map(NoticeText::fields)
        .toList();
  }
}
