package org.gridclear.web.market.payment;

import java.time.Clock;
import org.gridclear.settlement.einvoice.ConfiguredService;
import org.gridclear.settlement.payment.ElectronicInvoices;
import org.gridclear.settlement.payment.PaymentActs;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentLedger;
import org.gridclear.settlement.payment.PaymentQueries;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.web.market.settlement.ServedProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Payments and credit of the served market. */
@Component
class ServedPayments {
  private final ServedMarket served;
  private final ServedProcess process;
  private final Clock time;
  private @Nullable PaymentLedger ledger;

  ServedPayments(ServedMarket served, ServedProcess process, Clock time) {
    this.served = served;
    this.process = process;
    this.time = time;
  }

  /**
   * Payments and credit.
   *
   * @throws org.springframework.web.server.ResponseStatusException 404 if the server has no market
   */
  synchronized PaymentLedger ledger() {
    if (ledger == null) {
      ledger = PaymentLedger.of(served.folder(), process.process());
    }
    return ledger;
  }

  /** Electronic invoices of the tax service that the market names. */
  ElectronicInvoices electronicInvoices() {
    return ConfiguredService.invoices(served.folder(), ledger(), time);
  }

  /** The currency of the market as banks name it. */
  String currencyCode() {
    return served.folder().facts().currencyCode();
  }

  /** Questions to payments. */
  PaymentQueries payments() {
    return new PaymentQueries(ledger());
  }

  /** What is booked of payments. */
  PaymentDesk desk() {
    return new PaymentDesk(ledger());
  }

  /** What is proposed and decided of payments. */
  PaymentActs acts() {
    return new PaymentActs(ledger());
  }

  /** That who proposed has an account here, as {@link ServedProcess#requireAccount} says. */
  void requireAccount(String name) {
    process.requireAccount(name);
  }
}
