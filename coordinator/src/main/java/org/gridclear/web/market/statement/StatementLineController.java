package org.gridclear.web.market.statement;

import java.io.IOException;
import org.gridclear.account.Right;
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

/** Lines of a statement: each member sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement")
class StatementLineController {
  private final ServedProcess served;

  StatementLineController(ServedProcess served) {
    this.served = served;
  }

  /** Items of a statement by entity and day. */
  @GetMapping("/statements/{publication}/{member}/lines")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> lines(
      Caller caller,
      @PathVariable long publication,
      @PathVariable String member,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ServedProcess.asked(
            () ->
                ProcessTables.lines(
                    served.seen(caller, publication, member).lines(publication, member))),
        format);
  }
}
