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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disputes: filed by members, each of which sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement/disputes")
class DisputeController {
  private final ServedProcess served;

  DisputeController(ServedProcess served) {
    this.served = served;
  }

  /** Disputes as they stand. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> disputes(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ProcessTables.disputes(
            served.queries().disputes(ServedProcess.sees(caller)), served.clock()),
        format);
  }
}
