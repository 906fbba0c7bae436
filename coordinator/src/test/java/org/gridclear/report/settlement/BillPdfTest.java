package org.gridclear.report.settlement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.registry.Label;
import org.junit.jupiter.api.Test;

// Rows: S-05, S-25
class BillPdfTest {
  private static Bill bill(String name, List<Bill.Line> lines) {
    return new Bill(
        "B202610-E1-1",
        new EntityName("E1", name, "M1", "成员公司", "user"),
        "2026-11-02 09:30",
        "2026-10-01",
        "2026-10-31",
        lines,
        List.of(),
        "");
  }

  @Test
  void everyNameOfTheDefaultBookHasItsGlyphs() {
    List<Bill.Line> lines =
        RuleBookReader.byDefault().items().stream()
            .map(
                item ->
                    new Bill.Line(item.code(), item.name(), item.account(), 12_345, "MWh", 1, -678))
            .toList();
    assertTrue(new BillPdf().write(bill("某用户", lines)).length > 1000);
  }

  @Test
  void characterWithoutAGlyphIsNamedInsteadOfPrintedAsABox() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new BillPdf().write(bill("😀 Ltd", List.of())));
    assertTrue(refusal.getMessage().contains("😀"), refusal.getMessage());
  }

  @Test
  void namesOfMembersAreReadBackAsTheyAre() throws IOException {
    for (String name : List.of("深圳能源", "鑫淼昇 é", "鱻犇骉 㐂 䶮")) {
      try (var document = Loader.loadPDF(new BillPdf().write(bill(name, List.of())))) {
        String text = new PDFTextStripper().getText(document);
        assertTrue(text.contains(name), text);
      }
    }
  }

  @Test
  void everyCharacterOfTwoBytesOfGb18030HasAGlyph() {
    Charset gb18030 = Charset.forName("GB18030");
    StringBuilder missing = new StringBuilder();
    BillPdf pdf = new BillPdf();
    for (int high = 0xB0; high <= 0xF7; high++) {
      for (int low = 0xA1; low <= 0xFE; low++) {
        String text = new String(new byte[] {(byte) high, (byte) low}, gb18030);
        boolean ideograph = text.codePointAt(0) >= 0x3400 && text.codePointAt(0) < 0xE000;
        if (ideograph && !pdf.shows(text)) {
          missing.append(text);
        }
      }
    }
    for (int point = 0x4E00; point < 0x9FA6; point++) {
      missing.append(pdf.shows(Character.toString(point)) ? "" : Character.toString(point));
    }
    assertEquals("", missing.toString());
  }

  // Rows: S-10
  /** On paper a bill is sealed by hand, in a frame that one page has whole; see the last lines. */
  @Test
  void aPlaceForTheSealFollowsTheTotal() throws IOException {
    for (int rows = 30; rows < 44; rows += 2) {
      List<Bill.Line> lines =
          IntStream.range(0, rows)
              .mapToObj(
                  i -> new Bill.Line("I" + i, new Label("Item", "科目"), "energy", 1, "1", 1, 1))
              .toList();
      try (var document = Loader.loadPDF(new BillPdf().write(bill("E", lines)))) {
        PDFTextStripper last = new PDFTextStripper();
        last.setStartPage(document.getNumberOfPages());
        String text = last.getText(document);
        assertTrue(text.contains("交易机构盖章 Seal of the market operator"), text);
        assertTrue(text.contains("日期 Date"), text);
      }
    }
    String without = text(new BillPdf().writeWithoutSeal(bill("E", List.of())));
    assertFalse(without.contains("盖章"), without);
    assertTrue(without.contains("合计 Total"), without);
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void sameBillGivesTheSameBytes() {
    byte[] first = new BillPdf().write(bill("深圳能源", List.of()));
    assertArrayEquals(first, new BillPdf().write(bill("深圳能源", List.of())));
  }

  @Test
  void longBillGoesOnOnTheNextPage() throws IOException {
    List<Bill.Line> lines =
        IntStream.range(0, 80)
            .mapToObj(i -> new Bill.Line("I" + i, new Label("Item", "科目"), "energy", 1, "1", 1, 1))
            .toList();
    try (var document = Loader.loadPDF(new BillPdf().write(bill("E", lines)))) {
      assertEquals(2, document.getNumberOfPages());
    }
  }
}
