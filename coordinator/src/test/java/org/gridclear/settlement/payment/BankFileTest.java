package org.gridclear.settlement.payment;

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

/** Files of banks: CSV, camt.053, pain.001. */
class BankFileTest {
  private static PaymentDesk.BankLine line(String reference, String member, long milliYuan) {
    return new PaymentDesk.BankLine(reference, member, milliYuan, LocalDate.of(2026, 11, 5));
  }

  private static void refused(String words, Executable work) {
    String said = assertThrows(IllegalArgumentException.class, work).getMessage();
    assertTrue(said.contains(words), said);
  }

  @Test
  void bankFilesAreReadAndWritten() {
    BankFile.Statement csv =
        read(
            bytes(
                "reference,value,member,yuan,direction\n"
                    + "R1,2026-11-05,a,12.340,in\n"
                    + "P1,2026-11-05,b,1,out\n"));
    assertEquals(List.of(line("R1", "a", 12_340)), csv.received());
    assertEquals(List.of(line("P1", "b", 1_000)), csv.paid());
    String camt =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
        <Ntry><Amt Ccy="CNY">12.34</Amt><CdtDbtInd>CRDT</CdtDbtInd><ValDt><Dt>2026-11-05</Dt></ValDt>
        <AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>a invoice 7</Ustrd></RmtInf>
        </TxDtls></NtryDtls></Ntry>
        <Ntry><Amt Ccy="CNY">1</Amt><CdtDbtInd>DBIT</CdtDbtInd><ValDt><Dt>2026-11-05</Dt></ValDt>
        <AcctSvcrRef>P1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>b</Ustrd></RmtInf>
        </TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
        """;
    assertEquals(csv, read(bytes(camt)));
    refused("begins with", () -> read(bytes("reference\n")));
    refused("Line 2", () -> read(bytes("reference,value,member,yuan,direction\na,b\n")));
    refused(
        "line 2", () -> read(bytes("reference,value,member,yuan,direction\nR,yesterday,a,1,in\n")));
    refused("no camt.053", () -> read(bytes("<a/>")));
    refused("cannot be read", () -> read(bytes("<a>")));
    refused("CdtDbtInd", () -> read(bytes(camt.replace("CRDT", "X"))));
    String all =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    read(
                        bytes(
                            "reference,value,member,yuan,direction\na,b\n"
                                + "R,2026-11-05,a,1,in\nR2,yesterday,a,1,in\n"
                                + "R3,2026-11-05,a,much,out\n")))
            .getMessage();
    assertTrue(
        all.lines().count() == 3
            && all.contains("Line 2")
            && all.contains("line 4")
            && all.contains("line 5: amount: 'much' is no number of at most 3 decimals"),
        all);
    refusedEntries(camt);
    String both = camt.replace("CRDT", "X").replace(">1<", ">one<");
    refused("Entry R1", () -> read(bytes(both)));
    refused("Entry P1", () -> read(bytes(both)));
    List<BankFile.Order> orders =
        List.of(
            new BankFile.Order("P1-1", "b", "Plant <b>, \"one\"", "62-1", 59_370),
            new BankFile.Order("P1-2", "c", "C", "62-2", 630));
    String out = new String(BankFile.csv(orders, "CNY"), StandardCharsets.UTF_8);
    assertTrue(out.contains("P1-1,b,\"Plant <b>, \"\"one\"\"\",62-1,59.370,CNY"), out);
    String pain =
        new String(
            BankFile.pain(
                orders,
                "CNY",
                "Exchange",
                "62-0",
                Instant.parse("2026-11-04T23:00:00Z"),
                LocalDate.of(2026, 11, 5)),
            StandardCharsets.UTF_8);
    assertTrue(pain.contains("<CtrlSum>60.00</CtrlSum>"), pain);
    assertTrue(pain.contains("<ReqdExctnDt>2026-11-05</ReqdExctnDt>"), pain);
    assertTrue(pain.contains("<Nm>Plant &lt;b&gt;, \"one\"</Nm>"), pain);
    assertTrue(pain.contains("<InstdAmt Ccy=\"CNY\">59.37</InstdAmt>"), pain);
    refused("of d", () -> pain(new BankFile.Order("P", "d", "D", "", 10)));
  }

  /** What the format's schema wants of a bank that we do not know, of lengths and of payments. */
  @Test
  void ordersAreWrittenAsTheFormatHasThemOrNotAtAll() {
    String text = pain(new BankFile.Order("P1-1", "b", "n".repeat(140), "1".repeat(34), 10));
    assertTrue(
        text.contains(
            "</DbtrAcct><DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId>"
                + "</DbtrAgt><CdtTrfTxInf>"),
        text);
    refused("nothing to pay", BankFileTest::pain);
    refused("b: pain", () -> pain(new BankFile.Order("P", "b", "n".repeat(141), "1", 10)));
    refused("b: pain", () -> pain(new BankFile.Order("P", "b", "B", "1".repeat(35), 10)));
    refused("control", () -> pain(new BankFile.Order("P", "b", "B\u0007", "1", 10)));
    BankFile.Order split = new BankFile.Order("P", "b", "B\rC", "1", 10);
    String csv = new String(BankFile.csv(List.of(split), "CNY"), StandardCharsets.UTF_8);
    assertTrue(csv.contains("\"B\rC\""), csv);
  }

  private static String pain(BankFile.Order... orders) {
    return new String(
        BankFile.pain(List.of(orders), "CNY", "E", "0", Instant.EPOCH, LocalDate.EPOCH),
        StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static BankFile.Statement read(byte[] content) {
    return BankFile.read(content, "CNY", Set::of);
  }

  /** Other money, what is not booked yet, what is taken back, and what is of several members. */
  private static void refusedEntries(String camt) {
    refused("in 'USD'", () -> read(bytes(camt.replaceFirst("CNY", "USD"))));
    refused("in ''", () -> read(bytes(camt.replaceFirst(" Ccy=\"CNY\"", ""))));
    refused("is PDNG", () -> read(bytes(camt.replace("<Ntry>", "<Ntry><Sts>PDNG</Sts>"))));
    refused("is INFO", () -> read(bytes(camt.replace("<Ntry>", "<Ntry><Sts><Cd>INFO</Cd></Sts>"))));
    assertEquals(
        2, read(bytes(camt.replaceFirst("<Ntry>", "<Ntry><Sts>BOOK</Sts>"))).received().size() + 1);
    refused(
        "RvslInd", () -> read(bytes(camt.replaceFirst("<Ntry>", "<Ntry><RvslInd>true</RvslInd>"))));
    String second = "<TxDtls><RmtInf><Ustrd>c</Ustrd></RmtInf></TxDtls></NtryDtls>";
    refused("several transactions", () -> read(bytes(camt.replaceFirst("</NtryDtls>", second))));
  }
}
