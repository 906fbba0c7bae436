package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.payment.BankFile;
import org.gridclear.settlement.payment.Carrying;
import org.gridclear.settlement.payment.ElectronicInvoices;
import org.gridclear.settlement.payment.PaymentActs;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentState;
import org.gridclear.settlement.payment.PaymentTerms;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices, payments and defaults: a member sees what is its own. */
@RestController
@RequestMapping("/api/v1/settlement/payments")
class PaymentController {
  private final ServedProcess served;

  PaymentController(ServedProcess served) {
    this.served = served;
  }

  private PaymentDesk desk() {
    return new PaymentDesk(served.ledger());
  }

  private PaymentActs acts() {
    return new PaymentActs(served.ledger());
  }

  private static ResponseEntity<byte[]> answer(Table table, String format) throws IOException {
    return TableAnswer.of(table, TableAnswer.format(format));
  }

  /** What members owe and are owed, and what is open of it. */
  @GetMapping("/items")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> items(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return answer(served.payments().items(ServedProcess.sees(caller), open), format);
  }

  /** Balances of all accounts; they add up to 0. */
  @GetMapping("/balances")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> balances(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return answer(served.payments().balances(), format);
  }

  /** Defaults with their sums, and what of them falls on the members that the caller sees. */
  @GetMapping("/defaults")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> defaults(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return answer(served.payments().defaults(ServedProcess.sees(caller)), format);
  }

  /** Makes invoices of the confirmed statements of a month. */
  @PostMapping("/invoices")
  @Needs(Right.SETTLE)
  Map<String, Object> invoice(Caller caller, @RequestParam YearMonth month) {
    return ServedProcess.asked(() -> Map.of("made", desk().invoice(month.atDay(1), caller.name())));
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
        BankFile.read(bank.file().getBytes(StandardCharsets.UTF_8), served.currencyCode());
    return ServedProcess.asked(
        () -> {
          PaymentDesk.Booked booked =
              desk().book(statement.received(), statement.paid(), caller.name());
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

  /** Sets off what a member owes and is owed. */
  @PostMapping("/offsets/{member}")
  @Needs(Right.SETTLE)
  Map<String, Object> offset(Caller caller, @PathVariable String member) {
    return ServedProcess.asked(
        () -> Map.of("yuan", ServedProcess.yuan(desk().offset(member, caller.name()))));
  }

  /** Charges late fees up to a day that has ended. */
  @PostMapping("/late-fees")
  @Needs(Right.SETTLE)
  Map<String, Object> lateFees(Caller caller, @RequestParam LocalDate to) {
    return ServedProcess.asked(
        () -> Map.of("yuan", ServedProcess.yuan(desk().lateFees(to, caller.name()))));
  }

  /** Shares what defaulters paid since among those who bore the gaps. */
  @PostMapping("/share-back")
  @Needs(Right.SETTLE)
  Map<String, Object> shareBack(Caller caller) {
    return ServedProcess.asked(
        () -> Map.of("yuan", ServedProcess.yuan(acts().shareBack(caller.name()))));
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

  /** Terms of payments and credit. */
  @GetMapping("/terms")
  @Needs({Right.READ_OWN, Right.SETTLE})
  PaymentTerms terms(Caller caller) {
    return served.ledger().ask(PaymentState::terms);
  }

  /** Proposes terms. */
  @PostMapping(path = "/terms", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> proposeTerms(Caller caller, @RequestBody PaymentTerms terms) {
    return ServedProcess.asked(() -> Map.of("number", acts().propose(terms, caller.name())));
  }

  /** Proposes the default of a member on a month. */
  @PostMapping("/defaults/{member}")
  @Needs(Right.SETTLE)
  Map<String, Object> proposeDefault(
      Caller caller, @PathVariable String member, @RequestParam YearMonth month) {
    return ServedProcess.asked(
        () -> Map.of("number", acts().proposeDefault(member, month.atDay(1), caller.name())));
  }

  /** Proposals by number, those that are open alone unless all are asked for. */
  @GetMapping("/proposals")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> proposals(
      Caller caller,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return answer(served.payments().proposals(open), format);
  }

  /** approved or rejected, and why. */
  record Verdict(@Nullable String decision, @Nullable String reason) {}

  /** Approves or rejects a proposal of another account. */
  @PostMapping(path = "/proposals/{number}/decision", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> decide(
      Caller caller, @PathVariable long number, @RequestBody Verdict verdict) {
    String decision = String.valueOf(verdict.decision());
    if (!decision.equals("approved") && !decision.equals("rejected")) {
      throw new IllegalArgumentException(
          "The decision (%s) must be approved or rejected.".formatted(decision));
    }
    return ServedProcess.asked(
        () -> {
          served.requireAccount(acts().proposal(number).by());
          acts()
              .decide(
                  number,
                  decision.equals("approved"),
                  verdict.reason() == null ? "" : verdict.reason(),
                  caller.name());
          return Map.of("number", number, "state", decision);
        });
  }
}
