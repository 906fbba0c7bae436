package org.gridclear.web.market.settlement;

import org.gridclear.account.Right;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

  /** The queries, if the statement is one that the caller sees. */
  private StatementQueries seen(Caller caller, long publication, String member) {
    if (!ServedProcess.sees(caller).test(member)) {
      throw new NoSuchSubjectException(
          "There is no statement %d of %s.".formatted(publication, member));
    }
    return served.queries();
  }

  /** A statement of a month with everything that proves it, ZIP. */
  @GetMapping("/statements/{publication}/{member}/bundle")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> bundle(
      Caller caller, @PathVariable long publication, @PathVariable String member) {
    byte[] zip =
        ServedProcess.asked(
            () -> seen(caller, publication, member).bundle(publication, member).zip());
    return ResponseEntity.ok().contentType(MediaType.valueOf("application/zip")).body(zip);
  }

  /** Confirms a statement. */
  @PostMapping("/statements/{publication}/{member}/confirmation")
  @Needs(Right.DECLARE)
  StatementAnswer confirm(
      Caller caller, @PathVariable long publication, @PathVariable String member) {
    return ServedProcess.asked(
        () -> {
          StatementQueries queries = seen(caller, publication, member);
          served.members().confirm(publication, member, caller.name());
          StatementQueries.Shown shown = queries.find(publication, member);
          return new StatementAnswer(shown.number(), shown.state().name());
        });
  }

  /** Number and state of a statement. */
  record StatementAnswer(String number, String state) {}
}
