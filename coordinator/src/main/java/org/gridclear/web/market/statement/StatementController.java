package org.gridclear.web.market.statement;

import java.io.IOException;
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

/** Statements: each member sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement")
class StatementController {
  private final ServedProcess served;

  StatementController(ServedProcess served) {
    this.served = served;
  }

  /** Statements as they stand. */
  @GetMapping("/statements")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> statements(
      Caller caller,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Predicate<String> sees = ServedProcess.sees(caller);
    return TableAnswer.of(
        ProcessTables.statements(
            served
                .queries()
                .list(each -> sees.test(each) && (member.isEmpty() || each.equals(member))),
            served.clock()),
        format);
  }
}
