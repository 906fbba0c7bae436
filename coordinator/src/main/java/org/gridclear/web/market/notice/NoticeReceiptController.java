package org.gridclear.web.market.notice;

import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has read a notice. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeReceiptController {
  private final ServedNotices served;

  NoticeReceiptController(ServedNotices served) {
    this.served = served;
  }

  /** Who was told of a notice, and when each has read it. */
  @GetMapping("/{number}/receipts")
  @Needs(Right.OPERATE_MARKET)
  List<Map<String, Object>> receipts(Caller caller, @PathVariable long number) {
    served.find(caller, "operator", number);
    List<MessageRow> receipts = served.notices().receipts(number);
    return receipts.stream().map(MessageText::fields).toList();
  }
}
