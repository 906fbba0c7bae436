package org.gridclear.web.market.approval;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.ApprovalRules;
import org.gridclear.market.day.DayKey;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether clean versions of a market are approved by themselves. */
@RestController
@RequestMapping("/api/v1/markets/{market}/approval-rules")
class ApprovalRuleController {
  private final ServedApproval approval;

  ApprovalRuleController(ServedApproval approval) {
    this.approval = approval;
  }

  /** All rules of a market, by number; of several that have begun the last one holds. */
  @GetMapping
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  List<ApprovalRules.Rule> rules(@PathVariable String market) {
    Market wanted = DayKey.market(market);
    return approval.open().rules().all().stream().filter(rule -> rule.market() == wanted).toList();
  }

  /** First trading date, whether versions are approved by themselves, and why. */
  record Said(@Nullable LocalDate from, @Nullable Boolean automatic, @Nullable String reason) {}

  /** Says how a market approves from a date on. */
  @PostMapping
  @Needs(Right.APPROVE_DAY)
  ApprovalRules.Rule set(Caller caller, @PathVariable String market, @RequestBody Said said) {
    if (said.from() == null || said.automatic() == null) {
      throw new IllegalArgumentException("Give from and automatic.");
    }
    return approval
        .open()
        .rules()
        .set(
            DayKey.market(market),
            said.from(),
            said.automatic(),
            caller.name(),
            said.reason() == null ? "" : said.reason());
  }
}
