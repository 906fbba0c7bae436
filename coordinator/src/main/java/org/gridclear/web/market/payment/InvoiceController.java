package org.gridclear.web.market.payment;

import java.time.YearMonth;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.payment.Carrying;
import org.gridclear.settlement.payment.ElectronicInvoices;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices of confirmed statements, their electronic ones, and bills of corrections. */
@RestController
@RequestMapping("/api/v1/settlement/payments")
class InvoiceController {
  private final ServedPayments served;

  InvoiceController(ServedPayments served) {
    this.served = served;
  }

  /** Makes invoices of the confirmed statements of a month. */
  @PostMapping("/invoices")
  @Needs(Right.SETTLE)
  Map<String, Object> invoice(Caller caller, @RequestParam YearMonth month) {
    return ServedProcess.asked(
        () -> Map.of("made", served.desk().invoice(month.atDay(1), caller.name())));
  }

  /** Settles at once what a correction changed for all others, as bills of their own. */
  @PostMapping("/carrying/{publication}")
  @Needs(Right.SETTLE)
  Map<String, Object> carry(Caller caller, @PathVariable long publication) {
    return ServedProcess.asked(
        () -> Map.of("made", new Carrying(served.ledger()).settle(publication, caller.name())));
  }

  /** Lets the tax service make electronic invoices of a month; 409 where none is named. */
  @PostMapping("/e-invoices")
  @Needs(Right.SETTLE)
  ElectronicInvoices.Outcome electronic(Caller caller, @RequestParam YearMonth month) {
    return ServedProcess.asked(
        () -> served.electronicInvoices().make(month.atDay(1), caller.name()));
  }
}
