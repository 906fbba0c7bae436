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
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.settlement.process.ExchangeDesk;
import org.gridclear.settlement.process.MemberDesk;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.RegisteredMembers;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.process.StatementDraft;
import org.gridclear.settlement.register.DataStates;
import org.junit.jupiter.api.Test;

/** Invoices, what a bank booked, and terms, by a clock that is set. */
// Rows: S-40, Q-05, W-04
class PaymentDeskTest extends PaymentsOnDisk {
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
