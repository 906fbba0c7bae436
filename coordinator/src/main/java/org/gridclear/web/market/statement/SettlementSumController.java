package org.gridclear.web.market.statement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.gridclear.account.Right;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sums of a member, and what corrections change: each member sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement")
class SettlementSumController {
  private final ServedProcess served;

  SettlementSumController(ServedProcess served) {
    this.served = served;
  }

  /** Sums of a member by item over any days, of what was published last of each. */
  @GetMapping("/sums")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> sums(
      Caller caller,
      @RequestParam String member,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Predicate<String> sees = ServedProcess.sees(caller);
    return TableAnswer.of(
        ServedProcess.asked(
            () ->
                ProcessTables.sums(
                    served.queries().sums(sees.test(member) ? member : "", from, to))),
        format);
  }
}
