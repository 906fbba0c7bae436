package org.gridclear.web.market.statement;

import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements with what proves them: each member sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement")
class StatementBundleController {
  private final ServedProcess served;

  StatementBundleController(ServedProcess served) {
    this.served = served;
  }

  /** A statement of a month with everything that proves it, ZIP. */
  @GetMapping("/statements/{publication}/{member}/bundle")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> bundle(
      Caller caller, @PathVariable long publication, @PathVariable String member) {
    byte[] zip =
        ServedProcess.asked(
            () -> served.seen(caller, publication, member).bundle(publication, member).zip());
    return ResponseEntity.ok().contentType(MediaType.valueOf("application/zip")).body(zip);
  }
}
