package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.RegisteredMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Ratings, guarantees and what they lack, by a clock that is set. */
// Rows: T-01, T-04, T-05, T-06
class CreditTest extends PaymentsOnDisk {
  @Test
  void aShortageIsToldWithADeadlineAndCostsAfterIt() {
    open("embedded");
    invoiced("a", -1_000_000);
    PaymentEvent.Act.Rated rated = new PaymentEvent.Act.Rated("a", "C", 0);
    refused("must be one of", () -> acts().propose(new PaymentEvent.Act.Rated("a", "Z", 0), "sue"));
    decided(acts().propose(rated, "sue"));
    noMember();
    RegisteredMembers.register(market, clock, "new");
    decided(acts().propose(new PaymentEvent.Act.Rated("new", "A", 50_000), "sue"));
    long half = desk().guarantee(given("a", PaymentEvent.Guarantee.BANK_GUARANTEE, 600_000), "sue");
    desk().guarantee(given("new", PaymentEvent.Guarantee.OTHER, 40_000), "sue");
    refused(
        "more than 0", () -> desk().guarantee(given("a", PaymentEvent.Guarantee.CASH, 0), "sue"));
    PaymentEvent.GuaranteeGiven most =
        given("a", PaymentEvent.Guarantee.CASH, Ledger.AMOUNT_MAX_MILLI_YUAN + 1);
    refused("at most", () -> desk().guarantee(most, "sue"));
    refused(
        "10^12",
        () -> acts().propose(new PaymentEvent.Act.Rated("a", "C", most.milliYuan()), "sue"));
    Credit credit = new Credit(ledger);
    Credit.Position position = credit.positions().get(0);
    // 1.2 · 1 · 1000 yuan; 600 are held.
    assertEquals(1_200_000, position.requiredMilliYuan());
    assertEquals(600_000, position.shortageMilliYuan());
    assertEquals(400_000, position.uncoveredMilliYuan());
    assertEquals(0, credit.positions().get(1).shortageMilliYuan(), "0.8 · 50 by its estimate");
    // Thursday: Friday, Monday, Tuesday.
    assertEquals(List.of("a"), credit.tell("sue"));
    assertEquals(List.of(), credit.tell("sue"), "once");
    clock.set("2026-11-10T23:00+08:00");
    assertEquals(0, credit.positions().get(0).penaltyMilliYuan());
    clock.set("2026-11-13T09:00+08:00");
    again();
    // 11 and 12 November: 600 yuan at 0.05 % a day.
    assertEquals(600, new Credit(ledger).positions().get(0).penaltyMilliYuan());
    desk().guarantee(given("a", PaymentEvent.Guarantee.CASH, 700_000), "sue");
    assertEquals(List.of(), new Credit(ledger).tell("sue"));
    assertEquals(0, new Credit(ledger).positions().get(0).penaltyMilliYuan());
    desk().giveBack(half, 600_000, "sue");
    assertEquals(List.of("a"), new Credit(ledger).tell("sue"), "told again, with another deadline");
    PaymentQueries queries = new PaymentQueries(ledger);
    assertEquals(2, queries.credit(member -> true).rows().size());
    assertEquals(2, queries.guarantees(member -> member.equals("a")).rows().size());
    clock.set("2027-01-01T09:00+08:00");
    assertEquals(0, new Credit(ledger).positions().get(1).heldMilliYuan(), "it has ended");
    inBalance();
  }

  private void noMember() {
    for (Executable each :
        List.<Executable>of(
            () -> acts().propose(new PaymentEvent.Act.Rated("new", "A", 50_000), "sue"),
            () -> desk().guarantee(given("new", PaymentEvent.Guarantee.CASH, 1), "sue"))) {
      String said = assertThrows(NoSuchSubjectException.class, each).getMessage();
      assertTrue(said.contains("no member new"), said);
    }
  }
}
