package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.settlement.process.ExchangeDesk;
import org.gridclear.settlement.process.MemberDesk;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.ProcessConflictException;
import org.gridclear.settlement.process.RegisteredMembers;
import org.gridclear.settlement.process.SetClock;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.process.StatementDraft;
import org.gridclear.settlement.register.DataStates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invoices, payments, late fees, credit and a default, by a clock that is set. */
// Rows: T-01, T-04, T-05, T-06, T-07, T-08, S-13, S-40, Q-05, W-04
class PaymentDeskTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 11, 12);

  @TempDir private Path folder;
  private final SetClock clock = new SetClock("2026-11-05T09:00+08:00");
  private MarketFolder market;
  private PaymentLedger ledger;

  private void open(String kind) {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind)));
    ledger = PaymentLedger.of(market, SettlementProcess.of(market, clock));
  }

  /** As after a kill: everything is read again from the disk. */
  private void again() {
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

  private PaymentDesk desk() {
    return new PaymentDesk(ledger);
  }

  private PaymentActs acts() {
    return new PaymentActs(ledger);
  }

  private void invoiced(String member, long milliYuan) {
    ledger.happen(
        "sue",
        state ->
            List.of(new PaymentEvent.Invoiced("I-" + member, member, OCTOBER, milliYuan, DUE)));
  }

  private static PaymentDesk.BankLine line(String reference, String member, long milliYuan) {
    return new PaymentDesk.BankLine(reference, member, milliYuan, LocalDate.of(2026, 11, 5));
  }

  private static void conflict(String words, Executable work) {
    String said = assertThrows(ProcessConflictException.class, work).getMessage();
    assertTrue(said.contains(words), said);
  }

  private static void refused(String words, Executable work) {
    String said = assertThrows(IllegalArgumentException.class, work).getMessage();
    assertTrue(said.contains(words), said);
  }

  private void inBalance() {
    assertEquals(
        0, ledger.ask(PaymentState::balances).values().stream().mapToLong(Long::longValue).sum());
  }

  private PaymentDesk.Booked received(List<PaymentDesk.BankLine> lines, String by) {
    return desk().book(lines, List.of(), by);
  }

  private PaymentDesk.Booked paid(List<PaymentDesk.BankLine> lines, String by) {
    return desk().book(List.of(), lines, by);
  }

  private long owed(String member) {
    return ledger.ask(state -> PaymentDesk.owedMilliYuan(state, member));
  }

  private long balance(String member) {
    return ledger.ask(state -> state.balanceMilliYuan(member));
  }

  private void decided(long number) {
    conflict("another account", () -> acts().decide(number, true, "", "sue"));
    acts().decide(number, true, "", "bob");
    conflict("was approved", () -> acts().decide(number, true, "", "bob"));
  }

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

  private void refusedReturn(long guarantee) {
    conflict("are 0.000 yuan left", () -> desk().giveBack(guarantee, 1, "sue"));
    assertThrows(NoSuchSubjectException.class, () -> desk().giveBack(99, 1, "sue"));
  }

  private static PaymentEvent.GuaranteeGiven given(
      String member, PaymentEvent.Guarantee kind, long milliYuan) {
    return new PaymentEvent.GuaranteeGiven(
        member, kind, milliYuan, OCTOBER, LocalDate.of(2026, 12, 31), "letter 7");
  }

  @Test
  void aBankFileIsBookedWholeOnceOrNotAtAll() {
    open("embedded");
    invoiced("a", -1_000);
    invoiced("b", 700);
    assertEquals(new PaymentDesk.Booked(1, 0, 0), received(List.of(line("R1", "a", 400)), "sue"));
    List<PaymentDesk.BankLine> two = List.of(line("R1", "a", 400), line("R2", "a", 100));
    assertEquals(new PaymentDesk.Booked(1, 0, 1), received(two, "sue"));
    refused("no member x", () -> received(List.of(line("R3", "x", 1)), "sue"));
    refused("more than 0", () -> received(List.of(line("R3", "a", 0)), "sue"));
    refused("1 to 64", () -> received(List.of(line(" ", "a", 1)), "sue"));
    refused("comes twice", () -> received(List.of(line("R3", "a", 1), line("R3", "a", 1)), "sue"));
    refused(
        "still to come",
        () ->
            received(
                List.of(new PaymentDesk.BankLine("R3", "a", 1, LocalDate.of(2026, 11, 6))), "sue"));
    refused(
        "is owed 0.700", () -> paid(List.of(line("P1", "b", 400), line("P2", "b", 301)), "sue"));
    assertEquals(500, balance("a"));
    paid(List.of(line("P1", "b", 400), line("P2", "b", 300)), "sue");
    assertEquals(0, balance("b"));
    String other = "it was booked as 0.400 yuan from a of ";
    refused(other, () -> received(List.of(line("R1", "a", 401), line("R7", "a", 1)), "sue"));
    refused(other, () -> received(List.of(line("R1", "b", 400)), "sue"));
    refused(other, () -> paid(List.of(line("R1", "a", 400)), "sue"));
    refused("0.300 yuan to b", () -> paid(List.of(line("P2", "b", 200)), "sue"));
    assertEquals(500, balance("a"), "nothing was booked");
    inBalance();
    assertEquals(
        1, new PaymentQueries(ledger).items(member -> true, true).rows().size(), "a alone");
    assertEquals(2, new PaymentQueries(ledger).items(member -> true, false).rows().size());
    assertFalse(new PaymentQueries(ledger).balances().rows().isEmpty());
  }

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

  /** A member without an invoice is known all the same: its money is not that of a shorter id. */
  @Test
  void moneyOfAMemberWithALongerIdIsNotBookedOfAShorterOne() {
    open("embedded");
    invoiced("a", -1_000);
    invoiced("a b", -1_000);
    RegisteredMembers.register(market, clock, "a b c");
    String entry =
        """
        <Ntry><Amt Ccy="CNY">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><ValDt><Dt>2026-11-05</Dt></ValDt>
        <AcctSvcrRef>R-%1$s</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>%1$s I7</Ustrd></RmtInf>
        </TxDtls></NtryDtls></Ntry>
        """;
    String texts = entry.formatted("a") + entry.formatted("a b");
    assertEquals(
        List.of(line("R-a", "a", 1_000), line("R-a b", "a b", 1_000)), read(texts).received());
    refused(
        "no member a b c with an invoice",
        () -> received(read(entry.formatted("a b c")).received(), "sue"));
  }

  private BankFile.Statement read(String entries) {
    String file =
        "<Document><BkToCstmrStmt><Stmt>" + entries + "</Stmt></BkToCstmrStmt></Document>";
    return desk().read(file.getBytes(StandardCharsets.UTF_8), "CNY");
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

  @Test
  void termsAreSetByTwoAccounts() {
    open("embedded");
    PaymentTerms terms =
        new PaymentTerms(
            9,
            1,
            PaymentTerms.Reference.THREE_MONTHS,
            20_000,
            Map.of("A", 1L),
            2,
            1,
            PaymentTerms.Sharing.ALL);
    long first = acts().propose(terms, "sue");
    assertThrows(IllegalArgumentException.class, () -> acts().decide(first, false, "", "bob"));
    acts().decide(first, false, "too hard", "bob");
    assertThrows(NoSuchSubjectException.class, () -> acts().decide(99, true, "", "bob"));
    decided(acts().propose(terms, "sue"));
    again();
    assertEquals(terms, ledger.ask(PaymentState::terms));
    assertEquals(2, new PaymentQueries(ledger).proposals(false).rows().size());
    assertEquals(0, new PaymentQueries(ledger).proposals(true).rows().size());
    invoiced("a", -1_000);
    clock.set("2026-12-01T09:00+08:00");
    conflict("Nobody is there", () -> acts().proposeDefault("a", OCTOBER, "sue"));
    invoiced("b", -3_000);
    long number = acts().proposeDefault("a", OCTOBER, "sue");
    received(List.of(line("R1", "a", 1)), "sue");
    conflict("has changed", () -> acts().decide(number, true, "", "bob"));
  }

  @Test
  void confirmedStatementsBecomeInvoicesAndWhoDisputesWaitsAlone() throws IOException {
    open("embedded");
    clock.set("2026-10-05T09:00+08:00");
    SettlementProcess process = ledger.process();
    ExchangeDesk exchange = new ExchangeDesk(process);
    LocalDate last = OCTOBER.plusDays(2);
    DataStates.State good =
        new DataStates.State(DataStates.Check.PASSED, DataStates.Quality.QUALIFIED);
    for (LocalDate day = OCTOBER; !day.isAfter(last); day = day.plusDays(1)) {
      exchange.checked(day, good, "", "sue");
    }
    Path close = ClosedMonths.make(folder).close();
    try (CloseFolder open = CloseFolder.open(close)) {
      StatementDraft draft = new StatementDraft(process, open);
      long day = exchange.propose(draft.period(Act.Kind.DAY, OCTOBER, OCTOBER), "sue");
      exchange.decide(day, true, "", "bob");
      decided(acts().propose(new PaymentEvent.Act.Rated("MUS00007", "B", 1_000), "sue"));
      assertTrue(new Credit(ledger).positions().get(0).unbilledMilliYuan() > 0, "one day");
      conflict("not published", () -> desk().invoice(OCTOBER, "sue"));
      long month = exchange.propose(draft.period(Act.Kind.MONTH, OCTOBER, last), "sue");
      exchange.decide(month, true, "", "bob");
      assertEquals(0, desk().invoice(OCTOBER, "sue"), "nothing is confirmed yet");
      MemberDesk member = new MemberDesk(process);
      member.file(
          new MemberDesk.Claim(
              month, "MUS00007", OCTOBER, "US00007", "DEVIATION", "wrong", Map.of(), false),
          "m7");
      clock.set("2026-10-09T09:00+08:00");
      int all = process.ask(state -> state.index(state.publication(month))).statements().size();
      assertEquals(all - 1, desk().invoice(last, "sue"));
      assertEquals(0, desk().invoice(OCTOBER, "sue"), "each once");
      member.withdraw(
          process.ask(state -> state.disputes().get(0)).number(), "MUS00007", "x", "m7");
      assertEquals(1, desk().invoice(OCTOBER, "sue"));
    }
    Credit.Position position = new Credit(ledger).positions().get(0);
    assertEquals(0, position.unbilledMilliYuan(), "it is invoiced");
    assertTrue(position.openMilliYuan() > 0);
    inBalance();
  }
}
