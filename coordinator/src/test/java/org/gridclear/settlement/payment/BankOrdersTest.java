package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** pain.001.001.03 and camt.053.001.02 tag by tag, as their schemas have them. */
class BankOrdersTest {
  private static final Instant AT = Instant.parse("2026-11-04T23:00:00Z");

  private static String pain(List<BankFile.Order> orders) {
    byte[] bytes =
        BankFile.pain(orders, "CNY", "Exchange & Co", "62-0", AT, LocalDate.of(2026, 11, 5));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Two transfers: element by element in the order of the schema. */
  @Test
  void ordersAreTheWholeMessage() {
    String text =
        pain(
            List.of(
                new BankFile.Order("P1-1", "b", "Plant <b>", "62-1", 59_370),
                new BankFile.Order("P1-2", "c", "C", "62-2", 630)));
    assertTrue(text.startsWith("<?xml version="), text);
    assertTrue(text.substring(0, text.indexOf("?>")).contains("UTF-8"), text);
    String expected =
        """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>
        <GrpHdr><MsgId>GC1793833200000</MsgId><CreDtTm>2026-11-04T23:00:00Z</CreDtTm>
        <NbOfTxs>2</NbOfTxs><CtrlSum>60.00</CtrlSum>
        <InitgPty><Nm>Exchange &amp; Co</Nm></InitgPty></GrpHdr>
        <PmtInf><PmtInfId>GC1793833200000</PmtInfId><PmtMtd>TRF</PmtMtd>
        <ReqdExctnDt>2026-11-05</ReqdExctnDt><Dbtr><Nm>Exchange &amp; Co</Nm></Dbtr>
        <DbtrAcct><Id><Othr><Id>62-0</Id></Othr></Id></DbtrAcct>
        <DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
        <CdtTrfTxInf><PmtId><EndToEndId>P1-1</EndToEndId></PmtId>
        <Amt><InstdAmt Ccy="CNY">59.37</InstdAmt></Amt><Cdtr><Nm>Plant &lt;b&gt;</Nm></Cdtr>
        <CdtrAcct><Id><Othr><Id>62-1</Id></Othr></Id></CdtrAcct>
        <RmtInf><Ustrd>b P1-1</Ustrd></RmtInf></CdtTrfTxInf>
        <CdtTrfTxInf><PmtId><EndToEndId>P1-2</EndToEndId></PmtId>
        <Amt><InstdAmt Ccy="CNY">0.63</InstdAmt></Amt><Cdtr><Nm>C</Nm></Cdtr>
        <CdtrAcct><Id><Othr><Id>62-2</Id></Othr></Id></CdtrAcct>
        <RmtInf><Ustrd>c P1-2</Ustrd></RmtInf></CdtTrfTxInf>
        </PmtInf></CstmrCdtTrfInitn></Document>
        """;
    String body = text.substring(text.indexOf("?>") + 2).strip();
    assertEquals(expected.lines().reduce("", String::concat), body);
  }

  /** A bank pays whole 0.01 yuan; the rest stays open. */
  @ParameterizedTest
  @CsvSource({"0, 0", "9, 0", "10, 10", "19, 10", "20, 20", "1234567, 1234560"})
  void payableIsWholeFen(long milliYuan, long payable) {
    assertEquals(payable, BankFile.payable(milliYuan));
  }

  @Test
  void everythingThatDoesNotFitIsSaidAtOnce() {
    List<BankFile.Order> orders =
        List.of(
            new BankFile.Order("P1", "a", "A", " ", 10),
            new BankFile.Order("P2", "b", "B", "", 10),
            new BankFile.Order("P3", "c", "n".repeat(141), "1", 10),
            new BankFile.Order("P4", "d", "D\u0001", "1", 10));
    String said = assertThrows(IllegalArgumentException.class, () -> pain(orders)).getMessage();
    assertEquals(
        List.of(
            "No bank account is registered of a, b.",
            "c: pain.001 has room for a name of 140 and an account of 34 characters.",
            "d: its name or account has control characters."),
        said.lines().toList());
  }

  @ParameterizedTest
  @CsvSource({"140, 34, true", "141, 34, false", "140, 35, false"})
  void exchangeHasToFitToo(int name, int account, boolean fits) {
    List<BankFile.Order> orders = List.of(new BankFile.Order("P1", "a", "A", "1", 10));
    Executable write =
        () ->
            BankFile.pain(
                orders, "CNY", "n".repeat(name), "1".repeat(account), AT, LocalDate.EPOCH);
    if (fits) {
      assertDoesNotThrow(write);
    } else {
      String said = assertThrows(IllegalArgumentException.class, write).getMessage();
      assertTrue(said.startsWith("The exchange: "), said);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"Plant|Plant", "a, b|\"a, b\"", "a \"b\"|\"a \"\"b\"\"\"", "a;b|a;b"})
  void cellsOfTheCsvAreQuotedWhereTheyHaveTo(String name, String cell) {
    List<BankFile.Order> orders = List.of(new BankFile.Order("P1", "m", name, "7", 12_345));
    assertEquals(
        "reference,member,name,account,yuan,currency\nP1,m,%s,7,12.345,CNY\n".formatted(cell),
        new String(BankFile.csv(orders, "CNY"), StandardCharsets.UTF_8));
  }

  private static String camt(String entry) {
    return "<Document><BkToCstmrStmt><Stmt>%s</Stmt></BkToCstmrStmt></Document>".formatted(entry);
  }

  private static String entry(String amount, String more) {
    return """
    <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>%s<ValDt><Dt>2026-11-05</Dt></ValDt>
    <AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>m1 for I7</Ustrd></RmtInf></TxDtls>
    </NtryDtls></Ntry>\
    """
        .formatted(amount, more);
  }

  /** Ids with blanks, and one that others begin with. */
  private static final Set<String> MEMBERS =
      Set.of("m1", "m1 north", "m1 north sea", "m1 n", "M2  east", "M2 east", "m3 a");

  /** The longest id that there is; a word that is none is refused where it would be booked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m1 for I7|m1",
        "m1|m1",
        "m1 northern|m1",
        "m1 north I7|m1 north",
        "m1  north&#10;sea I7|m1 north sea",
        "m1 n|m1 n",
        "m3 I7|m3",
        "m10 I7|m10",
        "M1 north|M1"
      })
  void memberOfAnEntryIsTheLongestIdThatItsTextBeginsWith(String words, String member) {
    String text = camt(entry("1", "").replace("m1 for I7", words));
    assertEquals(member, read(text).received().get(0).member());
  }

  @Test
  void idsThatDifferInTheirBlanksAloneAreAmbiguous() {
    String text = camt(entry("1", "").replace("m1 for I7", "M2 east I7"));
    String said = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
    assertTrue(
        said.startsWith("Entry R1: ") && said.contains("any of the members 'M2  east', 'M2 east'"),
        said);
  }

  private static BankFile.Statement read(String text) {
    return BankFile.read(text.getBytes(StandardCharsets.UTF_8), "CNY", () -> MEMBERS);
  }

  private static BankFile.Statement received(long milliYuan) {
    return new BankFile.Statement(
        List.of(new PaymentDesk.BankLine("R1", "m1", milliYuan, LocalDate.of(2026, 11, 5))),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Sts>BOOK</Sts>",
        "<Sts><Cd>BOOK</Cd></Sts>",
        "<RvslInd>false</RvslInd>",
        "<RvslInd>0</RvslInd>",
        "<BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>"
      })
  void bookedEntryOfOneTransactionIsRead(String more) {
    assertEquals(received(12_340), read(camt(entry("12.34", more))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Sts>PDNG</Sts>|PDNG",
        "<Sts><Cd>INFO</Cd></Sts>|INFO",
        "<RvslInd>true</RvslInd>|RvslInd",
        "<RvslInd>1</RvslInd>|RvslInd",
        "<NtryDtls><TxDtls/><TxDtls/></NtryDtls>|several transactions"
      })
  void entryThatIsNotMoneyOfOneMemberIsRefused(String more, String words) {
    String text = camt(entry("12.34", more));
    String said = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
    assertTrue(said.startsWith("Entry R1: ") && said.contains(words), said);
  }

  /** Texts of tags beside an entry's own, and white space between tags, do not get into it. */
  @Test
  void whiteSpaceAndOtherAmountsAreNoPartOfTheTexts() {
    String more = "\n <AmtDtls>\n <TxAmt><Amt Ccy=\"USD\">99</Amt></TxAmt>\n </AmtDtls>\n";
    String text = camt(entry(" 12.34\n ", more));
    assertEquals(received(12_340), read("  \n" + text.replace("R1", "\n R1 ")));
  }

  /** A file from outside reads no file of the machine. */
  @Test
  void externalEntitiesAreNotFollowed() {
    String text =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + camt(entry("12.34", "").replace("m1 for I7", "&x;"));
    assertThrows(IllegalArgumentException.class, () -> read(text));
  }

  @Test
  void entriesOfBothWaysStandApart() {
    String out = entry("1", "").replace("CRDT", "DBIT").replace("R1", "R2");
    BankFile.Statement both = read(camt(entry("12.34", "") + out));
    assertEquals(received(12_340).received(), both.received());
    assertEquals(
        List.of(new PaymentDesk.BankLine("R2", "m1", 1_000, LocalDate.of(2026, 11, 5))),
        both.paid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.3456", "", "one", "1,5"})
  void amountsThatAreNotExactAreRefused(String amount) {
    String text = camt(entry(amount, ""));
    String said = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
    assertTrue(said.startsWith("Entry R1: "), said);
  }
}
