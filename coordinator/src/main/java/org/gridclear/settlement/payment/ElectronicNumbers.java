package org.gridclear.settlement.payment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Electronic invoices that were made, by invoice and by their own number. */
public final class ElectronicNumbers {
  private final Map<String, PaymentEvent.ElectronicInvoice> byInvoice = new HashMap<>();
  private final Map<String, String> byNumber = new HashMap<>();

  ElectronicNumbers() {}

  void take(PaymentEvent.ElectronicInvoice made) {
    byInvoice.put(made.invoice(), made);
    byNumber.putIfAbsent(made.number(), made.invoice());
  }

  /** The electronic invoice of an invoice. */
  public Optional<PaymentEvent.ElectronicInvoice> of(String invoice) {
    return Optional.ofNullable(byInvoice.get(invoice));
  }

  /** The invoice that an electronic one was made of first. */
  Optional<String> invoice(String number) {
    return Optional.ofNullable(byNumber.get(number));
  }
}
