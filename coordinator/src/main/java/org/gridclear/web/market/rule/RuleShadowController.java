package org.gridclear.web.market.rule;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.rulebase.ShadowJudgement;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What proposed rules would find. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleShadowController {
  private final ServedRules served;

  RuleShadowController(ServedRules served) {
    this.served = served;
  }

  /** What proposed rules of anomalies would find in versions of dates that are there. */
  @GetMapping("/proposals/{number}/shadow")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> shadow(
      Caller caller,
      @PathVariable long number,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    List<ShadowJudgement.Judged> judged =
        ServedRules.asked(() -> served.shadow().judged(number, DayKey.market(market), from, to));
    return TableAnswer.of(ShadowJudgement.table(judged), format);
  }
}
