package org.gridclear.web.market.approval;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.approval.ApprovalTables;
import org.gridclear.market.approval.DayHistory;
import org.gridclear.market.day.DayKey;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** States and approval of versions of days, for whoever operates the market and who approves. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class ApprovalController {
  private final ServedApproval approval;

  ApprovalController(ServedApproval approval) {
    this.approval = approval;
  }

  /** Versions from one trading date to another, and what became of each. */
  @GetMapping("/states")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> states(
      @PathVariable String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ApprovalTables.states(
            approval.open().standings(DayKey.market(market), from, to),
            approval.folder().facts().zone()),
        format);
  }

  /** All that happened to a trading date. */
  @GetMapping("/days/{date}/history")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> history(
      @PathVariable String market,
      @PathVariable LocalDate date,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ApprovalTables.history(
            new DayHistory(approval.folder(), List.of(approval.anomalies()))
                .of(DayKey.market(market), date),
            approval.folder().facts().zone()),
        format);
  }
}
