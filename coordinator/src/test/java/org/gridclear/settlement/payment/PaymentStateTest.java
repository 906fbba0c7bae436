package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.junit.jupiter.api.Test;

/** The ledger is in balance whatever happens; fees and deposits as they are by hand. */
// Rows: T-01, T-02, T-03, T-04, T-05
class PaymentStateTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  private final PaymentState state =
      new PaymentState(hash -> List.of(new PaymentEvent.Act.Share("b", Long.parseLong(hash))));
  private long rows;
  private long inSuspense;

  private void happens(PaymentEvent event) {
    JournalStore.Entry entry = PaymentCodec.entry(event);
    rows++;
    state.take(new JournalRow(rows, entry.kind(), entry.content(), "sue", Instant.EPOCH, "hash"));
  }

  private void invariants() {
    assertEquals(0, state.balances().values().stream().mapToLong(Long::longValue).sum());
    assertEquals(inSuspense, state.balances().getOrDefault("suspense", 0L));
    assertEquals(
        -state.recoveries().stream().mapToLong(Recovery::borneMilliYuan).sum(),
        state.balances().getOrDefault("defaults", 0L),
        "what others bear");
    for (String member : state.members()) {
      assertEquals(
          state.balances().getOrDefault("member:" + member, 0L),
          state.balanceMilliYuan(member),
          member);
      long cash =
          state.guarantees(member).stream()
              .filter(held -> held.given().kind() == PaymentEvent.Guarantee.CASH)
              .mapToLong(PaymentState.HeldGuarantee::leftMilliYuan)
              .sum();
      assertEquals(-cash, state.balances().getOrDefault("guarantee:" + member, 0L));
      state.dues(member).forEach(item -> assertTrue(item.openMilliYuan() >= 0, item.toString()));
      state.credits(member).forEach(item -> assertTrue(item.openMilliYuan() >= 0));
      assertTrue(state.unappliedMilliYuan(member) >= 0);
    }
  }

  /** (72) over random histories of invoices, payments, offsets, fees, guarantees and defaults. */
  @Test
  void theLedgerIsInBalanceWhateverHappens() {
    Random random = new Random(11);
    List<String> members = List.of("a", "b", "c", "d");
    for (int i = 0; i < 500; i++) {
      String member = members.get(random.nextInt(members.size()));
      long amount = 1L + random.nextInt(1_000_000);
      LocalDate day = OCTOBER.plusDays(i / 4);
      switch (random.nextInt(11)) {
        case 0, 1 ->
            happens(
                new PaymentEvent.Invoiced(
                    "I" + i, member, day.withDayOfMonth(1), amount - 500_000, day));
        case 2 -> happens(new PaymentEvent.Received("R" + i, member, amount, day));
        case 3 -> {
          long owed = PaymentDesk.owedMilliYuan(state, member);
          if (owed > 0) {
            happens(new PaymentEvent.Paid("P" + i, member, Math.min(owed, amount), day));
          }
        }
        case 4 -> {
          long both =
              Math.min(
                  MemberAccount.open(state.dues(member)),
                  MemberAccount.open(state.credits(member)));
          happens(new PaymentEvent.Offset(member, both, day));
        }
        case 5 ->
            happens(
                new PaymentEvent.GuaranteeGiven(
                    member,
                    PaymentEvent.Guarantee.values()[random.nextInt(4)],
                    amount,
                    day,
                    null,
                    ""));
        case 6 ->
            state.dues(member).stream()
                .filter(item -> item.kind() == OpenItem.Kind.INVOICE)
                .findAny()
                .ifPresent(
                    item -> {
                      long charged = state.lateFees().charged(item.number());
                      long fee = random.nextBoolean() ? amount % 5000 : -(charged / 2);
                      happens(new PaymentEvent.LateFee(item.number(), member, day, fee));
                    });
        case 7 -> defaults(member, amount, day);
        case 8 -> {
          inSuspense += amount - 500_000;
          happens(new PaymentEvent.SuspenseHeld(i, member, amount - 500_000));
        }
        case 9 -> {
          inSuspense += amount - 500_000;
          happens(new PaymentEvent.Adjusted("A" + i, i, member, OCTOBER, amount - 500_000, day));
          if (i % 5 == 0) {
            happens(new PaymentEvent.SuspenseCleared(i, inSuspense));
            inSuspense = 0;
          }
        }
        default -> sharedBack();
      }
      invariants();
    }
    assertTrue(state.recoveries().stream().anyMatch(each -> each.returnedMilliYuan() > 0));
    assertTrue(state.members().size() == members.size() && !state.defaults().isEmpty());
  }

  private void defaults(String member, long amount, LocalDate day) {
    List<PaymentEvent.Act.Draw> draws =
        state.guarantees(member).stream()
            .filter(held -> held.leftMilliYuan() > 0)
            .limit(2)
            .map(held -> new PaymentEvent.Act.Draw(held.number(), held.leftMilliYuan() / 2))
            .toList();
    PaymentEvent.Act act =
        new PaymentEvent.Act.Defaulted(
            member, day.withDayOfMonth(1), 1, 0, draws, amount, Long.toString(amount), day);
    happens(PaymentCodec.proposed(act));
    happens(new PaymentEvent.Decided(rows, true, ""));
  }

  private void sharedBack() {
    for (Recovery each : state.recoveries()) {
      long back = state.recoveredMilliYuan(each);
      if (back > 0) {
        happens(new PaymentEvent.SharedBack(each.number(), back, Long.toString(back)));
      }
    }
  }

  private OpenItem due(String member) {
    return state.dues(member).get(0);
  }

  @Test
  void aLateFeeIsByTheDayOfWhatIsOpen() {
    happens(new PaymentEvent.Invoiced("I1", "a", OCTOBER, -1_000_000, LocalDate.of(2026, 10, 12)));
    happens(new PaymentEvent.Received("R1", "a", 400_000, LocalDate.of(2026, 10, 15)));
    LocalDate upTo = LocalDate.of(2026, 10, 17);
    // 13 and 14: 1000 yuan, 15 to 17: 600 yuan; 3800 yuan days at 0.05 %.
    assertEquals(3_800_000, due("a").lateMilliYuanDays(upTo));
    assertEquals(1_900, PaymentTerms.perMillion(3_800_000, 500));
    happens(new PaymentEvent.Received("R2", "a", 200_000, LocalDate.of(2026, 10, 13)));
    // 13 and 14: 800, 15 to 17: 400.
    assertEquals(2_800_000, due("a").lateMilliYuanDays(upTo));
    assertEquals(0, due("a").lateMilliYuanDays(LocalDate.of(2026, 10, 12)));
  }

  @Test
  void moneyGoesToWhatIsDueFirstAndTheRestWaits() {
    happens(new PaymentEvent.Invoiced("I2", "a", OCTOBER, -300, LocalDate.of(2026, 11, 12)));
    happens(new PaymentEvent.Invoiced("I1", "a", OCTOBER, -100, LocalDate.of(2026, 10, 12)));
    happens(new PaymentEvent.Received("R1", "a", 150, OCTOBER));
    assertEquals(0, due("a").openMilliYuan());
    assertEquals(250, state.dues("a").get(1).openMilliYuan());
    happens(new PaymentEvent.Received("R2", "a", 300, OCTOBER));
    assertEquals(50, state.unappliedMilliYuan("a"));
    happens(new PaymentEvent.Invoiced("I3", "a", OCTOBER, -80, LocalDate.of(2026, 12, 12)));
    assertEquals(30, state.dues("a").get(2).openMilliYuan());
    assertEquals(0, state.unappliedMilliYuan("a"));
    invariants();
  }

  @Test
  void theReferenceAndTheDepositAreAsByHand() {
    TreeMap<LocalDate, Long> bills = new TreeMap<>();
    bills.put(LocalDate.of(2025, 10, 1), 900_000L);
    bills.put(LocalDate.of(2025, 11, 1), 90_000L);
    bills.put(LocalDate.of(2026, 8, 1), 100_000L);
    bills.put(LocalDate.of(2026, 9, 1), 160_000L);
    bills.put(OCTOBER, 130_000L);
    assertEquals(900_000, Credit.reference(PaymentTerms.Reference.MAXIMUM, bills));
    assertEquals(120_000, Credit.reference(PaymentTerms.Reference.YEAR, bills));
    assertEquals(130_000, Credit.reference(PaymentTerms.Reference.THREE_MONTHS, bills));
    PaymentTerms terms =
        new PaymentTerms(
            5,
            500,
            PaymentTerms.Reference.YEAR,
            15_000,
            Map.of("C", 12_000L),
            3,
            500,
            PaymentTerms.Sharing.ALL);
    // 1.2 · 1.5 · 130 yuan.
    assertEquals(234_000, Credit.required(terms, "C", 130_000));
    // 1.2 · 1.5 · 0.001 yuan = 0.0018 yuan.
    assertEquals(2, Credit.required(terms, "C", 1));
    assertThrows(IllegalArgumentException.class, () -> Credit.required(terms, "A", 1));
  }

  @Test
  void termsHaveBounds() {
    Map<String, Long> some = Map.of("A", 10_000L);
    for (long[] wrong :
        List.of(new long[] {0, 1, 1}, new long[] {5, 10_001, 1}, new long[] {5, 1, 1_000_001})) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new PaymentTerms(
                  (int) wrong[0],
                  wrong[1],
                  PaymentTerms.Reference.YEAR,
                  wrong[2],
                  some,
                  3,
                  5,
                  PaymentTerms.Sharing.ALL));
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PaymentTerms(
                5, 5, PaymentTerms.Reference.YEAR, 1, Map.of(), 3, 5, PaymentTerms.Sharing.ALL));
  }
}
