package org.gridclear.web.settlement;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.settlement.bill.BillRegister.Issued;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.view.EntityExplanation;
import org.gridclear.settlement.view.Explanation;
import org.gridclear.settlement.view.IssuedBills.Document;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a bill is made of, and its PDF: members see their own. */
@RestController
@RequestMapping("/api/v1/bills")
class BillDocumentController {
  private final ServedBills bills;

  BillDocumentController(ServedBills bills) {
    this.bills = bills;
  }

  /** Where amounts of a bill come from: items, days of an item, lines of a day, one line. */
  @GetMapping("/{number}/explanation")
  @Needs({Right.READ_OWN, Right.READ_SETTLEMENT})
  Explanation explanation(
      Caller caller,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable Integer interval) {
    Document document = bills.document(caller, number);
    Issued issued = document.issued();
    try (CloseFolder close = bills.open(document)) {
      if (day != null && !ofBill(close, issued, day)) {
        throw new IllegalArgumentException(
            "%s is no day of the bill; give one of %s to %s on which %s was of %s."
                .formatted(day, issued.from(), issued.to(), issued.entity(), issued.member()));
      }
      EntityDetail detail =
          EntityDetail.of(close, issued.entity()).of(close.month(), issued.member());
      return new EntityExplanation(close, detail)
          .of(new EntityExplanation.Asked(item, day, interval));
    }
  }

  /** Whether the entity belonged to the member of the bill on a day; else it is another's. */
  private static boolean ofBill(CloseFolder close, Issued issued, LocalDate day) {
    EntityName entity = close.month().entities().get(close.entity(issued.entity()));
    return !day.isBefore(LocalDate.parse(issued.from()))
        && !day.isAfter(LocalDate.parse(issued.to()))
        && entity.on(close.month().day(day)).member().equals(issued.member());
  }
}
