package org.gridclear.web.market.statement;

import org.gridclear.account.Right;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bundles that prove a statement, and its confirmation: each member sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement")
class ConfirmationController {
  private final ServedProcess served;

  ConfirmationController(ServedProcess served) {
    this.served = served;
  }

  /** Confirms a statement. */
  @PostMapping("/statements/{publication}/{member}/confirmation")
  @Needs(Right.DECLARE)
  StatementAnswer confirm(
      Caller caller, @PathVariable long publication, @PathVariable String member) {
    return ServedProcess.asked(
        () -> {
          StatementQueries queries = served.seen(caller, publication, member);
          served.members().confirm(publication, member, caller.name());
          StatementQueries.Shown shown = queries.find(publication, member);
          return new StatementAnswer(shown.number(), shown.state().name());
        });
  }

  /** Number and state of a statement. */
  record StatementAnswer(String number, String state) {}
}
