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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What corrections change: each member sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement")
class CorrectionEffectController {
  private final ServedProcess served;

  CorrectionEffectController(ServedProcess served) {
    this.served = served;
  }

  /** What an update changes, of the members that the caller sees. */
  @GetMapping("/effects/{publication}")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> effects(
      Caller caller,
      @PathVariable long publication,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Predicate<String> sees = ServedProcess.sees(caller);
    return TableAnswer.of(
        ServedProcess.asked(
            () ->
                ProcessTables.effects(
                    served.queries().effects(publication).changes().stream()
                        .filter(each -> sees.test(each.member()))
                        .toList())),
        format);
  }
}
