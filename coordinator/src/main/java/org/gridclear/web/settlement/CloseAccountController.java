package org.gridclear.web.settlement;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.settlement.view.CloseTables;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TablePage;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of closes by day. */
@RestController
@RequestMapping("/api/v1")
class CloseAccountController {
  private static final String ONE = "/closes/{id}";

  private final OpenCloses closes;

  CloseAccountController(OpenCloses closes) {
    this.closes = closes;
  }

  /** Amounts of the items of an account, such as ancillary, on each day and over the month. */
  @GetMapping(ONE + "/accounts/{account}/days")
  @Needs(Right.READ_SETTLEMENT)
  ResponseEntity<byte[]> account(
      @PathVariable String id, @PathVariable String account, @ParameterObject TablePage page)
      throws IOException {
    return page.of(closes.ask(id, queries -> CloseTables.account(queries, account)));
  }
}
