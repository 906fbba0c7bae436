package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.RegisteredMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a default takes and leaves, and what comes of it later, by a clock that is set. */
// Rows: T-07, T-08, S-13
class DefaultTest extends PaymentsOnDisk {
  /**
   * T-07 and T-08 by hand: 1000 yuan are due, 300 of cash and 100 of credit without a guarantee are
   * held, 5 yuan of late fee: loss 705 yuan, on creditors of 500 and 300: 440.625 and 264.375.
   */
  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aDefaultIsDrawnFromTheDepositAndTheGapFallsOnTheCreditors(String kind) {
    open(kind);
    invoiced("a", -1_000_000);
    invoiced("b", 500_000);
    invoiced("c", 300_000);
    invoiced("d", -2_000);
    PaymentEvent.GuaranteeGiven cash = given("a", PaymentEvent.Guarantee.CASH, 300_000);
    long held = desk().guarantee(cash, "sue");
    desk().guarantee(given("a", PaymentEvent.Guarantee.UNSECURED, 100_000), "sue");
    conflict("is overdue", () -> acts().proposeDefault("a", OCTOBER, "sue"));
    clock.set("2026-11-23T09:00+08:00");
    conflict("has not ended", () -> desk().lateFees(LocalDate.of(2026, 11, 23), "sue"));
    // Ten days of 1000.000 and of 2.000 at 0.05 %.
    assertEquals(5_010, desk().lateFees(LocalDate.of(2026, 11, 22), "sue"));
    assertEquals(0, desk().lateFees(LocalDate.of(2026, 11, 22), "sue"), "once");
    long number = acts().proposeDefault("a", OCTOBER, "sue");
    conflict("same is open", () -> acts().proposeDefault("a", OCTOBER, "sue"));
    again();
    decided(number);
    conflict("already", () -> acts().proposeDefault("a", OCTOBER, "sue"));
    inBalance();
    PaymentEvent.Act.Defaulted act = ledger.ask(state -> state.defaults().get(0));
    assertEquals(705_000, act.gapMilliYuan());
    assertEquals(
        List.of(new PaymentEvent.Act.Share("b", 440_625), new PaymentEvent.Act.Share("c", 264_375)),
        ledger.ask(state -> state.shares(act)));
    assertEquals(
        0, ledger.ask(state -> state.guarantees("a").get(0)).leftMilliYuan(), "cash is drawn");
    refusedReturn(held);
    assertEquals(440_625, desk().offset("b", "sue"));
    assertEquals(59_375, owed("b"));
    conflict("nothing to set off", () -> desk().offset("b", "sue"));
    PaymentQueries queries = new PaymentQueries(ledger);
    assertEquals(3, queries.defaults(member -> true).rows().size());
    assertEquals(1, queries.defaults(member -> member.equals("d")).rows().size());
    // In whole 0.01 yuan; c still owes its part until it is set off.
    List<BankFile.Order> orders = queries.orders();
    assertEquals(List.of(59_370L), orders.stream().map(BankFile.Order::milliYuan).toList());
    assertEquals("b", orders.get(0).name(), "who is not registered has its id, and no account");
    assertEquals("", orders.get(0).account());
    RegisteredMembers.register(market, clock, "b", "c");
    assertEquals("M", queries.orders().get(0).name());
    assertEquals("62-b", queries.orders().get(0).account());
    inBalance();
  }

  private long owed(String member) {
    return ledger.ask(state -> PaymentDesk.owedMilliYuan(state, member));
  }

  private void refusedReturn(long guarantee) {
    conflict("are 0.000 yuan left", () -> desk().giveBack(guarantee, 1, "sue"));
    assertThrows(NoSuchSubjectException.class, () -> desk().giveBack(99, 1, "sue"));
  }

  /**
   * By hand: of a gap of 705 yuan b bears 440.625 and c 264.375; 100 yuan that come later go back
   * as 62.500 and 37.500, the other 605 as 378.125 and 226.875; a late fee since is not theirs.
   */
  @Test
  void whatADefaulterPaysLaterGoesBackToThoseWhoBoreIt() {
    open("embedded");
    invoiced("a", -1_000_000);
    invoiced("b", 500_000);
    invoiced("c", 300_000);
    desk().guarantee(given("a", PaymentEvent.Guarantee.CASH, 300_000), "sue");
    clock.set("2026-11-23T09:00+08:00");
    desk().lateFees(LocalDate.of(2026, 11, 22), "sue");
    decided(acts().proposeDefault("a", OCTOBER, "sue"));
    assertEquals(0, acts().shareBack("sue"), "nothing came");
    received(List.of(line("R1", "a", 100_000)), "sue");
    assertEquals(100_000, acts().shareBack("sue"));
    assertEquals(0, acts().shareBack("sue"), "once");
    again();
    assertEquals(500_000 - 440_625 + 62_500, -balance("b"));
    assertEquals(300_000 - 264_375 + 37_500, -balance("c"));
    desk().lateFees(LocalDate.of(2026, 11, 22), "sue");
    received(List.of(line("R2", "a", 700_000)), "sue");
    acts().shareBack("sue");
    assertEquals(500_000, -balance("b"));
    assertEquals(300_000, -balance("c"));
    assertEquals(0L, ledger.ask(PaymentState::balances).get("defaults"));
    assertEquals(1, ledger.ask(PaymentState::recoveries).size());
    inBalance();
  }
}
