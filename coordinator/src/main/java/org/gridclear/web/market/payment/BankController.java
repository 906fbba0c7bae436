package org.gridclear.web.market.payment;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.payment.BankFile;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the bank booked, and what it is to pay. */
@RestController
@RequestMapping("/api/v1/settlement/payments")
class BankController {
  private final ServedPayments served;

  BankController(ServedPayments served) {
    this.served = served;
  }

  /** A file of the bank, CSV or camt.053, as a text. */
  record Bank(@Nullable String file) {}

  /** Books a file of the bank, all of it or nothing. */
  @PostMapping(path = "/bank", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> book(Caller caller, @RequestBody Bank bank) {
    if (bank.file() == null) {
      throw new IllegalArgumentException("Give the file.");
    }
    BankFile.Statement statement =
        served.desk().read(bank.file().getBytes(StandardCharsets.UTF_8), served.currencyCode());
    return ServedProcess.asked(
        () -> {
          PaymentDesk.Booked booked =
              served.desk().book(statement.received(), statement.paid(), caller.name());
          return Map.of(
              "received", booked.received(), "paid", booked.paid(), "known", booked.known());
        });
  }

  /** Payments to be made, CSV, with names and bank accounts of the registry. */
  @GetMapping("/orders")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> orders(Caller caller) {
    byte[] csv = BankFile.csv(served.payments().orders(), served.currencyCode());
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(csv);
  }
}
