package org.gridclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.gridclear.close.Bill;
import org.gridclear.member.Label;
import org.gridclear.scenario.resolved.SettlementMonth.EntityName;
import org.gridclear.scenario.settlement.RuleBookReader;
import org.junit.jupiter.api.Test;

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
            .map(item -> new Bill.Line(item.code(), item.name(), item.account(), 12_345, 1, -678))
            .toList();
    assertTrue(new BillPdf().write(bill("某用户", lines)).length > 1000);
  }

  @Test
  void characterWithoutAGlyphIsNamedInsteadOfPrintedAsABox() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new BillPdf().write(bill("鱻 Ltd", List.of())));
    assertTrue(refusal.getMessage().contains("鱻"), refusal.getMessage());
  }

  @Test
  void longBillGoesOnOnTheNextPage() throws IOException {
    List<Bill.Line> lines =
        IntStream.range(0, 80)
            .mapToObj(i -> new Bill.Line("I" + i, new Label("Item", "科目"), "energy", 1, 1, 1))
            .toList();
    try (var document = Loader.loadPDF(new BillPdf().write(bill("E", lines)))) {
      assertEquals(2, document.getNumberOfPages());
    }
  }
}
