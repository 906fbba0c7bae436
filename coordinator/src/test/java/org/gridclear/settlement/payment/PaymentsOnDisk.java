package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.process.ProcessConflictException;
import org.gridclear.settlement.process.SetClock;
import org.gridclear.settlement.process.SettlementProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of payments in a market in a folder, by a clock that is set. */
abstract class PaymentsOnDisk {
  static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  static final LocalDate DUE = LocalDate.of(2026, 11, 12);

  @TempDir Path folder;
  final SetClock clock = new SetClock("2026-11-05T09:00+08:00");
  MarketFolder market;
  PaymentLedger ledger;

  void open(String kind) {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind)));
    ledger = PaymentLedger.of(market, SettlementProcess.of(market, clock));
  }

  /** As after a kill: everything is read again from the disk. */
  void again() {
    market.close();
    market = MarketFolder.open(folder.resolve("market"));
    ledger = PaymentLedger.of(market, SettlementProcess.of(market, clock));
  }

  @AfterEach
  void shut() {
    if (market != null) {
      market.close();
    }
  }

  PaymentDesk desk() {
    return new PaymentDesk(ledger);
  }

  PaymentActs acts() {
    return new PaymentActs(ledger);
  }

  void invoiced(String member, long milliYuan) {
    ledger.happen(
        "sue",
        state ->
            List.of(new PaymentEvent.Invoiced("I-" + member, member, OCTOBER, milliYuan, DUE)));
  }

  static PaymentDesk.BankLine line(String reference, String member, long milliYuan) {
    return new PaymentDesk.BankLine(reference, member, milliYuan, LocalDate.of(2026, 11, 5));
  }

  static void conflict(String words, Executable work) {
    String said = assertThrows(ProcessConflictException.class, work).getMessage();
    assertTrue(said.contains(words), said);
  }

  static void refused(String words, Executable work) {
    String said = assertThrows(IllegalArgumentException.class, work).getMessage();
    assertTrue(said.contains(words), said);
  }

  void inBalance() {
    assertEquals(
        0, ledger.ask(PaymentState::balances).values().stream().mapToLong(Long::longValue).sum());
  }

  PaymentDesk.Booked received(List<PaymentDesk.BankLine> lines, String by) {
    return desk().book(lines, List.of(), by);
  }

  PaymentDesk.Booked paid(List<PaymentDesk.BankLine> lines, String by) {
    return desk().book(List.of(), lines, by);
  }

  long balance(String member) {
    return ledger.ask(state -> state.balanceMilliYuan(member));
  }

  void decided(long number) {
    conflict("another account", () -> acts().decide(number, true, "", "sue"));
    acts().decide(number, true, "", "bob");
    conflict("was approved", () -> acts().decide(number, true, "", "bob"));
  }

  static PaymentEvent.GuaranteeGiven given(
      String member, PaymentEvent.Guarantee kind, long milliYuan) {
    return new PaymentEvent.GuaranteeGiven(
        member, kind, milliYuan, OCTOBER, LocalDate.of(2026, 12, 31), "letter 7");
  }
}
