package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.time.YearMonth;
import org.gridclear.account.Right;
import org.gridclear.settlement.process.ProcessCalendar;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the settlement team does: acts are proposed by one account and decided by another. */
@RestController
@RequestMapping("/api/v1/settlement")
class SettlementController {
  private final ServedProcess served;

  SettlementController(ServedProcess served) {
    this.served = served;
  }

  /** What is due in a month, what is late and whose it is. */
  @GetMapping("/calendar")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> calendar(
      Caller caller,
      @RequestParam YearMonth month,
      @RequestParam(defaultValue = "false") boolean fixedWeeks,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ProcessTables.calendar(
            ProcessCalendar.of(served.process(), month, fixedWeeks), served.clock()),
        format);
  }
}
