package org.gridclear.web.market.statement;

import org.gridclear.account.Right;
import org.gridclear.settlement.process.Dispute;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.Reason;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What members do with their disputes. */
@RestController
@RequestMapping("/api/v1/settlement/disputes")
class DisputeStepController {
  private final ServedProcess served;

  DisputeStepController(ServedProcess served) {
    this.served = served;
  }

  private Dispute own(Caller caller, long number) {
    return served.queries().dispute(number, caller.scope()::seesMember);
  }

  /** Withdraws a dispute. */
  @PostMapping(path = "/{number}/withdrawal", consumes = "application/json")
  @Needs(Right.DECLARE)
  DisputeAnswer withdraw(Caller caller, @PathVariable long number, @RequestBody Reason reason) {
    return ServedProcess.asked(
        () -> {
          String member = own(caller, number).filed().member();
          served.members().withdraw(number, member, reason.text(), caller.name());
          return new DisputeAnswer(number, own(caller, number).state().name());
        });
  }

  /** Does not accept the answer to a dispute. */
  @PostMapping(path = "/{number}/refusal", consumes = "application/json")
  @Needs(Right.DECLARE)
  DisputeAnswer refuse(Caller caller, @PathVariable long number, @RequestBody Reason reason) {
    return ServedProcess.asked(
        () -> {
          String member = own(caller, number).filed().member();
          served.members().refuse(number, member, reason.text(), caller.name());
          return new DisputeAnswer(number, own(caller, number).state().name());
        });
  }
}
