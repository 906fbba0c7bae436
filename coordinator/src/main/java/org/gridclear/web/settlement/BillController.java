package org.gridclear.web.settlement;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.view.IssuedBills;
import org.gridclear.settlement.view.IssuedBills.Document;
import org.gridclear.settlement.view.ShownBill;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TablePage;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bills that were issued: of the members that the caller sees. */
@RestController
@RequestMapping("/api/v1/bills")
class BillController {
  private final ServedBills bills;

  BillController(ServedBills bills) {
    this.bills = bills;
  }

  /** Bills and credit notes, the newest month first. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.READ_SETTLEMENT})
  ResponseEntity<byte[]> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(required = false) @Nullable String entity,
      @RequestParam(required = false) @Nullable String member,
      @ParameterObject TablePage page)
      throws IOException {
    Table table = IssuedBills.table(bills.issued().to(ServedBills.seen(caller)));
    Table ofMonth = TablePage.having(table, "month", month);
    return page.of(TablePage.having(TablePage.having(ofMonth, "entity", entity), "member", member));
  }

  /** A bill with its fees. */
  @GetMapping("/{number}")
  @Needs({Right.READ_OWN, Right.READ_SETTLEMENT})
  ShownBill show(Caller caller, @PathVariable String number) {
    Document document = bills.document(caller, number);
    try (CloseFolder close = bills.open(document)) {
      return ShownBill.of(document, close);
    }
  }
}
