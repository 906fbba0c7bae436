package org.gridclear.web.market.statement;

import java.io.IOException;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.settlement.analysis.SettlementReports;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Intervals and resettlements of a statement: each member sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement")
class StatementIntervalController {
  private final ServedProcess served;

  StatementIntervalController(ServedProcess served) {
    this.served = served;
  }

  /** Every interval of an entity on a day, with price and contract. */
  @GetMapping("/statements/{publication}/{member}/intervals")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> intervals(
      Caller caller,
      @PathVariable long publication,
      @PathVariable String member,
      @RequestParam String entity,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ServedProcess.asked(
            () ->
                ProcessTables.intervals(
                    served
                        .seen(caller, publication, member)
                        .intervals(publication, member, entity, date))),
        format);
  }

  /** Differences of earlier months that a statement settles, with the numbers of their bills. */
  @GetMapping("/statements/{publication}/{member}/resettlements")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> resettlements(
      Caller caller,
      @PathVariable long publication,
      @PathVariable String member,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ServedProcess.asked(
            () ->
                SettlementReports.resettlements(
                    served.seen(caller, publication, member).resettlements(publication, member))),
        format);
  }
}
