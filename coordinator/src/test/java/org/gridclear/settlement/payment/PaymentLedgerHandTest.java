package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each event on its accounts, as the table of docs/settlement-process.md has it. */
// Rows: T-05, T-06, T-07, T-08
class PaymentLedgerHandTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant AT = Instant.parse("2026-11-20T01:00:00Z");

  /** "a:440 b:265" are the parts of a and b. */
  private final PaymentState state = new PaymentState(PaymentLedgerHandTest::parts);

  private long rows;

  private static List<PaymentEvent.Act.Share> parts(String text) {
    return List.of(text.split(" ", -1)).stream()
        .map(each -> each.split(":", -1))
        .map(each -> new PaymentEvent.Act.Share(each[0], Long.parseLong(each[1])))
        .toList();
  }

  private long happens(PaymentEvent event) {
    JournalStore.Entry entry = PaymentCodec.entry(event);
    rows++;
    state.take(new JournalRow(rows, entry.kind(), entry.content(), "sue", AT, "hash"));
    return rows;
  }

  private long acts(PaymentEvent.Act act) {
    long number = happens(PaymentCodec.proposed(act));
    happens(new PaymentEvent.Decided(number, true, ""));
    return number;
  }

  private void invoiced(String number, String member, long milliYuan) {
    happens(new PaymentEvent.Invoiced(number, member, OCTOBER, milliYuan, DUE));
  }

  /** Balances that are not 0: "bank=5 member:a=-5". */
  private String balances() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(state.balances())
        .forEach(
            (account, milliYuan) -> {
              if (milliYuan != 0) {
                text.append(text.isEmpty() ? "" : " ").append(account).append('=');
                text.append(milliYuan);
              }
            });
    return text.toString();
  }

  @Test
  void invoiceOfWhoPaysIsAClaimAndOfWhoIsPaidADebt() {
    invoiced("I1", "a", -1000);
    assertEquals("clearing=-1000 member:a=1000", balances());
    invoiced("I2", "b", 600);
    assertEquals("clearing=-400 member:a=1000 member:b=-600", balances());
    assertEquals(1000, MemberAccount.open(state.dues("a")));
    assertEquals(600, MemberAccount.open(state.credits("b")));
    assertEquals(OpenItem.Kind.INVOICE, state.dues("a").get(0).kind());
    assertEquals(-600, state.balanceMilliYuan("b"));
  }

  @Test
  void invoiceOfNothingIsAnInvoiceAndNoItem() {
    invoiced("I1", "a", 0);
    assertEquals("", balances());
    assertEquals(List.of(), state.dues("a"));
    assertEquals(List.of(), state.credits("a"));
    assertEquals(Set.of("I1"), state.invoices().keySet());
    assertTrue(state.invoiced("a", OCTOBER));
    assertFalse(state.invoiced("a", OCTOBER.plusMonths(1)));
    assertFalse(state.invoiced("b", OCTOBER));
    assertEquals(Map.of(), state.payable("a"));
  }

  /** T-02: what a member paid in a month, of its payable bills alone. */
  @Test
  void payableBillsAreThoseThatTheMemberPays() {
    invoiced("I1", "a", -1000);
    invoiced("I2", "a", -50);
    invoiced("I3", "a", 700);
    happens(new PaymentEvent.Invoiced("I4", "a", OCTOBER.plusMonths(1), -300, DUE.plusMonths(1)));
    assertEquals(Map.of(OCTOBER, 1050L, OCTOBER.plusMonths(1), 300L), state.payable("a"));
    assertEquals(Map.of(), state.payable("b"));
  }

  @Test
  void moneyComesAndGoesOverTheBank() {
    invoiced("I1", "a", -1000);
    invoiced("I2", "b", 600);
    PaymentEvent in = new PaymentEvent.Received("R1", "a", 400, DAY);
    PaymentEvent out = new PaymentEvent.Paid("P1", "b", 500, DAY);
    happens(in);
    assertEquals("bank=400 clearing=-400 member:a=600 member:b=-600", balances());
    happens(out);
    assertEquals("bank=-100 clearing=-400 member:a=600 member:b=-100", balances());
    assertEquals(Optional.of(in), state.booked("R1"));
    assertEquals(Optional.of(out), state.booked("P1"));
    assertEquals(Optional.empty(), state.booked("R2"));
  }

  @Test
  void setOffMovesNoMoneyBetweenAccounts() {
    invoiced("I1", "a", -1000);
    invoiced("I2", "a", 300);
    String before = balances();
    happens(new PaymentEvent.Offset("a", 300, DAY));
    assertEquals(before, balances());
    assertEquals(700, MemberAccount.open(state.dues("a")));
    assertEquals(0, MemberAccount.open(state.credits("a")));
  }

  @Test
  void lateFeesAreOwedByTheMemberForTheirInvoice() {
    invoiced("I1", "a", -1000);
    happens(new PaymentEvent.LateFee("I1", "a", DAY, 20));
    assertEquals("clearing=-1000 late-fees=-20 member:a=1020", balances());
    happens(new PaymentEvent.LateFee("I1", "a", DAY.plusDays(1), -5));
    assertEquals("clearing=-1000 late-fees=-15 member:a=1015", balances());
    assertEquals(15, state.lateFees().charged("I1"));
    assertEquals(0, state.lateFees().charged("I2"));
    OpenItem fee = state.dues("a").get(1);
    assertEquals("LI1", fee.number());
    assertEquals(OpenItem.Kind.LATE_FEE, fee.kind());
    assertEquals(OCTOBER, fee.month(), "the month of its invoice");
    assertEquals(15, fee.milliYuan());
  }

  /** Cash lies in the bank; other guarantees are only somebody's word. */
  @ParameterizedTest
  @CsvSource({
    "CASH, bank=500 guarantee:a=-500, bank=300 guarantee:a=-300",
    "BANK_GUARANTEE, '', ''",
    "UNSECURED, '', ''",
    "OTHER, '', ''"
  })
  void guaranteesAreGivenAndGivenBack(PaymentEvent.Guarantee kind, String given, String returned) {
    long number = happens(new PaymentEvent.GuaranteeGiven("a", kind, 500, DAY, null, "note"));
    assertEquals(given, balances());
    assertEquals(500, state.guarantee(number).orElseThrow().leftMilliYuan());
    happens(new PaymentEvent.GuaranteeReturned(number, 200));
    assertEquals(returned, balances());
    assertEquals(300, state.guarantees("a").get(0).leftMilliYuan());
    assertEquals(number, state.guarantees("a").get(0).number());
    assertEquals(Set.of("a"), state.guaranteed());
    assertEquals(List.of(), state.guarantees("b"));
    assertEquals(Optional.empty(), state.guarantee(number + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19, false, false",
    "2026-11-20, true, true",
    "2026-11-25, true, true",
    "2026-11-26, false, true"
  })
  void guaranteeHoldsOnItsDays(LocalDate on, boolean ended, boolean open) {
    PaymentState.HeldGuarantee until =
        new PaymentState.HeldGuarantee(
            1,
            new PaymentEvent.GuaranteeGiven(
                "a", PaymentEvent.Guarantee.OTHER, 1, DAY, DAY.plusDays(5), ""),
            1);
    PaymentState.HeldGuarantee ever =
        new PaymentState.HeldGuarantee(
            1,
            new PaymentEvent.GuaranteeGiven("a", PaymentEvent.Guarantee.OTHER, 1, DAY, null, ""),
            1);
    assertEquals(ended, until.on(on));
    assertEquals(open, ever.on(on));
  }

  /** 1000 due, 300 in cash: 700 and 5 of late fee fall on b and c, and d still owes them. */
  @Test
  void defaultDrawsDepositsAndFallsOnOthers() {
    invoiced("I1", "d", -1000);
    happens(new PaymentEvent.LateFee("I1", "d", DAY, 5));
    long cash =
        happens(
            new PaymentEvent.GuaranteeGiven("d", PaymentEvent.Guarantee.CASH, 300, DAY, null, ""));
    long letter =
        happens(
            new PaymentEvent.GuaranteeGiven(
                "d", PaymentEvent.Guarantee.BANK_GUARANTEE, 100, DAY, null, ""));
    List<PaymentEvent.Act.Draw> draws =
        List.of(new PaymentEvent.Act.Draw(cash, 300), new PaymentEvent.Act.Draw(letter, 40));
    PaymentEvent.Act.Defaulted act =
        new PaymentEvent.Act.Defaulted("d", OCTOBER, 1000, 5, draws, 665, "b:415 c:250", DAY);
    acts(act);
    // 300 of cash were in the bank already; its bank pays 40.
    assertEquals(
        "bank=340 clearing=-1000 defaults=-665 late-fees=-5 member:b=415 member:c=250"
            + " member:d=665",
        balances());
    assertEquals(0, state.guarantee(cash).orElseThrow().leftMilliYuan());
    assertEquals(60, state.guarantee(letter).orElseThrow().leftMilliYuan());
    OpenItem share = state.dues("b").get(0);
    assertEquals("Xd-1", share.number());
    assertEquals(OpenItem.Kind.DEFAULT_SHARE, share.kind());
    assertEquals(DAY, share.due());
    assertEquals(List.of(act), state.defaults());
    Recovery recovery = state.recoveries().get(0);
    assertEquals(340, recovery.paidBeforeMilliYuan(), "what was drawn is no recovery");
    assertEquals(0, state.recoveredMilliYuan(recovery));
    happens(new PaymentEvent.Received("R1", "d", 100, DAY));
    assertEquals(100, state.recoveredMilliYuan(recovery));
    happens(new PaymentEvent.SharedBack("Xd-1", 100, "b:62 c:38"));
    assertEquals(
        "bank=440 clearing=-1000 defaults=-565 late-fees=-5 member:b=353 member:c=212"
            + " member:d=565",
        balances());
    Recovery after = state.recoveries().get(0);
    assertEquals(0, state.recoveredMilliYuan(after), "it went back already");
    assertEquals(565, after.borneMilliYuan());
    OpenItem back = state.credits("b").get(0);
    assertEquals("Xd-1-R1", back.number());
    assertEquals(OpenItem.Kind.DEFAULT_RETURN, back.kind());
    assertEquals(62, back.milliYuan());
    happens(new PaymentEvent.Received("R2", "d", 10_000, DAY));
    assertEquals(565, state.recoveredMilliYuan(after), "no more than others bear");
  }

  /** What is not owed any more, as a fee that became smaller, comes back to others, too. */
  @Test
  void whatIsNotOwedAnyMoreIsRecovered() {
    invoiced("I1", "d", -1000);
    happens(new PaymentEvent.LateFee("I1", "d", DAY, 50));
    acts(new PaymentEvent.Act.Defaulted("d", OCTOBER, 1000, 50, List.of(), 1050, "b:1050", DAY));
    Recovery recovery = state.recoveries().get(0);
    assertEquals(0, state.recoveredMilliYuan(recovery));
    happens(new PaymentEvent.LateFee("I1", "d", DAY, -30));
    assertEquals(30, state.recoveredMilliYuan(recovery));
  }

  @Test
  void defaultsAreCounted() {
    for (int i = 1; i <= 2; i++) {
      invoiced("I" + i, "d", -10);
      acts(
          new PaymentEvent.Act.Defaulted(
              "d", OCTOBER.plusMonths(i), 10, 0, List.of(), 10, "b:10", DAY));
    }
    assertEquals(
        List.of("Xd-1", "Xd-2"), state.recoveries().stream().map(Recovery::number).toList());
    assertEquals(List.of("Xd-1", "Xd-2"), state.dues("b").stream().map(OpenItem::number).toList());
  }

  /** AMB-34: what an updated statement changed is held until the others have settled it. */
  @Test
  void suspenseIsEmptyOnceAllEffectsAreBills() {
    happens(new PaymentEvent.SuspenseHeld(20, "a", 300));
    assertEquals("clearing=-300 suspense=300", balances());
    happens(new PaymentEvent.Adjusted("AI2-20", 20, "b", OCTOBER, -200, DUE));
    assertEquals("clearing=-300 member:b=200 suspense=100", balances());
    assertEquals(OpenItem.Kind.ADJUSTMENT, state.dues("b").get(0).kind());
    assertFalse(state.cleared(20));
    happens(new PaymentEvent.SuspenseCleared(20, 100));
    assertEquals("clearing=-200 member:b=200", balances());
    assertTrue(state.cleared(20));
    assertFalse(state.cleared(21));
    assertFalse(state.invoiced("b", OCTOBER), "a bill of its own is no invoice");
  }

  @Test
  void shortageIsToldUntilItIsMadeGood() {
    PaymentEvent.ShortageTold told =
        new PaymentEvent.ShortageTold("a", 500, 200, AT.plusSeconds(5));
    happens(told);
    assertEquals(Optional.of(new PaymentState.Shortage(told, AT)), state.shortage("a"));
    assertEquals(Optional.empty(), state.shortage("b"));
    happens(new PaymentEvent.ShortageMadeGood("b"));
    assertTrue(state.shortage("a").isPresent());
    happens(new PaymentEvent.ShortageMadeGood("a"));
    assertEquals(Optional.empty(), state.shortage("a"));
  }

  @Test
  void actsTakeEffectOnceApproved() {
    PaymentEvent.Act.Rated rated = new PaymentEvent.Act.Rated("a", "B", 700);
    long open = happens(PaymentCodec.proposed(rated));
    assertEquals(Optional.empty(), state.rating("a"));
    assertEquals("open", state.proposal(open).orElseThrow().state());
    happens(new PaymentEvent.Decided(open, false, "no"));
    assertEquals("rejected", state.proposal(open).orElseThrow().state());
    assertEquals("sue", state.proposal(open).orElseThrow().decidedBy());
    assertEquals(Optional.empty(), state.rating("a"));
    long number = acts(rated);
    assertEquals(Optional.of(rated), state.rating("a"));
    assertEquals(Set.of("a"), state.rated());
    assertEquals("approved", state.proposal(number).orElseThrow().state());
    assertEquals(2, state.proposals().size());
    assertEquals(Optional.empty(), state.proposal(99));
    assertEquals(PaymentTerms.STANDARD, state.terms());
    PaymentTerms other =
        new PaymentTerms(
            7, 0, PaymentTerms.Reference.YEAR, 1, Map.of("A", 1L), 1, 1, PaymentTerms.Sharing.ALL);
    acts(new PaymentEvent.Act.TermsSet(other));
    assertEquals(other, state.terms());
  }

  @Test
  void electronicNumberIsOfTheInvoiceThatHadItFirst() {
    PaymentEvent.ElectronicInvoice one =
        new PaymentEvent.ElectronicInvoice("I1", "E9", "payload", "reply");
    happens(one);
    happens(new PaymentEvent.ElectronicInvoice("I2", "E9", "payload", "reply"));
    assertEquals(Optional.of(one), state.electronic().of("I1"));
    assertEquals(Optional.of("I1"), state.electronic().invoice("E9"));
    assertEquals(Optional.empty(), state.electronic().invoice("E8"));
    assertEquals(Optional.empty(), state.electronic().of("I3"));
  }

  @Test
  void readIntervalsAreKeptByDay() {
    happens(new PaymentEvent.Metered(DAY, 2, "r", "h2", -70));
    happens(new PaymentEvent.Metered(DAY, 1, "r", "h1", -30));
    happens(new PaymentEvent.Metered(DAY.plusDays(1), 1, "r", "h3", 5));
    assertEquals(List.of(DAY, DAY.plusDays(1)), state.standing().days());
    assertEquals(2, state.standing().intervals(DAY));
    assertEquals(-100, state.standing().market(DAY));
    assertEquals(0, state.standing().market(DAY.plusDays(9)));
    assertEquals("h1", state.standing().of(DAY, 1).amounts());
    assertEquals(null, state.standing().of(DAY, 3));
    assertEquals(3, state.rows());
    assertEquals("", balances(), "nothing is owed of a day that is not settled");
    Map<String, byte[]> kept =
        Map.of(
            "h1", Standing.bytes(Map.of("north power", 10L, "b", -40L)),
            "h2", Standing.bytes(Map.of("north power", -80L)));
    assertEquals(Map.of("north power", -70L, "b", -40L), state.standing().sums(DAY, kept::get));
  }

  @Test
  void whoHasNoAccountOwesNothing() {
    assertEquals(List.of(), state.dues("a"));
    assertEquals(List.of(), state.credits("a"));
    assertEquals(0, state.unappliedMilliYuan("a"));
    assertEquals(0, state.balanceMilliYuan("a"));
    assertEquals(Set.of(), state.members());
    invoiced("I1", "a", -1);
    happens(new PaymentEvent.Received("R1", "b", 9, DAY));
    assertEquals(Set.of("a", "b"), state.members());
    assertEquals(9, state.unappliedMilliYuan("b"));
  }
}
