package org.gridclear.report.monitoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.index.MitigationRow;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.index.IndexValue;
import org.junit.jupiter.api.Test;

/** Reports of the market, of members and of risk as page, document and workbook. */
// Rows: J-02, J-10, K-01, L-12, L-13, L-16, W-05
class ReportFormsTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-10-03T09:00:00+08:00");

  /** Three days: every index at 0.5, 1.5, 2.5; ash earns, birch loses; the last HHI is none. */
  private static IndexReport report(ReportLanguage language) {
    List<StoredIndex> values = new ArrayList<>();
    for (int day = 0; day < 3; day++) {
      DayKey key = new DayKey(Market.DA, FIRST.plusDays(day));
      DayVersion run =
          new DayVersion(key, 1, DayVersion.DRAFT, "", "", SmallDays.MADE, List.of(), Map.of());
      for (IndexDefinition index : IndexCatalogues.standard().indices()) {
        boolean none = index.id().equals("hhi-cleared") && day == 2;
        double value = none ? Double.NaN : day + 0.5;
        Map<String, Double> elements =
            switch (index.id()) {
              case "member-profit" -> Map.of("ash", 1000.0 + day, "birch", -200.0 * day);
              case "fuel-mix" -> Map.of("coal", 0.75, "wind", 0.25);
              default -> Map.of();
            };
        IndexValue of =
            new IndexValue(value, new double[] {value}, new TreeMap<>(elements), none ? "x" : "");
        values.add(new StoredIndex(run, "", index, index.id() + day, of));
      }
    }
    MitigationRow decided =
        new MitigationRow(
            1,
            "da",
            FIRST,
            "",
            "ash",
            "ann",
            LATER,
            Optional.of(new MitigationRow.DecisionRow("APPROVED", "rita", LATER, "both")));
    return new IndexReport(
        new IndexReport.Facts("north", FIRST, FIRST.plusDays(2), List.of(), "CNY"),
        values,
        List.of(),
        List.of(decided),
        language);
  }

  private static String pdf(ReportKind kind, ReportLanguage language) throws IOException {
    byte[] bytes = ReportForm.PDF.bytes(IndexContent.of(report(language), kind), FIRST);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void structureConductAndPerformanceStandInBothLanguages() throws IOException {
    String en = pdf(ReportKind.MARKET, ReportLanguage.EN);
    for (String part : List.of("Structure", "Conduct", "Performance: fuel mix", "approved rita")) {
      assertTrue(en.contains(part), part + " in " + en);
    }
    String zh = pdf(ReportKind.MARKET, ReportLanguage.ZH);
    for (String part : List.of("市场结构", "市场行为", "市场绩效：电源结构", "已批准", "CNY/MWh")) {
      assertTrue(zh.contains(part), part + " in " + zh);
    }
  }

  @Test
  void membersHaveTheirSumsAndDaysAtALoss() throws IOException {
    String text = pdf(ReportKind.MEMBERS, ReportLanguage.EN);
    assertTrue(text.contains("ash 3,003 1,001 1,002 1,000 0"), text);
    assertTrue(text.contains("birch -600.0 -200.0 0.000 -400.0 2"), text);
  }

  @Test
  void riskIsCountedAgainstTheLimits() throws IOException {
    String text = pdf(ReportKind.RISK, ReportLanguage.EN);
    // Warning 0.3, severe 0.6: 0.5 is warned of, 1.5 and 2.5 are severe.
    assertTrue(text.contains("Lerner index 1 2.500 severe 1 2"), text);
    assertTrue(pdf(ReportKind.RISK, ReportLanguage.ZH).contains("市场力风险"));
  }

  @Test
  void theSameContentHasTheSameBytesInEveryForm() throws IOException {
    for (ReportForm form : ReportForm.values()) {
      for (ReportKind kind : ReportKind.values()) {
        byte[] one = form.bytes(IndexContent.of(report(ReportLanguage.ZH), kind), FIRST);
        assertArrayEquals(one, form.bytes(IndexContent.of(report(ReportLanguage.ZH), kind), FIRST));
      }
    }
  }

  @Test
  void aWorkbookHasASheetASectionAndNoNumberThatIsNone() throws IOException {
    byte[] bytes =
        ReportForm.XLSX.bytes(IndexContent.of(report(ReportLanguage.EN), ReportKind.MARKET), FIRST);
    StringBuilder all = new StringBuilder();
    int sheets = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        sheets += entry.getName().startsWith("xl/worksheets/sheet") ? 1 : 0;
        all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertEquals(
        IndexContent.of(report(ReportLanguage.EN), ReportKind.MARKET).sections().size() + 2,
        sheets);
    assertTrue(all.indexOf("Conduct: mitigations") > 0 || all.indexOf("Conduct  mitigations") > 0);
    assertFalse(all.indexOf("NaN") > 0);
  }

  @Test
  void aPageHasChartsWithGapsAndBarsThatGoBothWays() {
    String market = ReportHtml.of(IndexContent.of(report(ReportLanguage.EN), ReportKind.MARKET));
    assertTrue(market.contains("<figcaption>Price weighted by load, CNY/MWh</figcaption>"), market);
    String members = ReportHtml.of(IndexContent.of(report(ReportLanguage.EN), ReportKind.MEMBERS));
    assertTrue(members.contains("<rect class=\"neg\""), members);
    assertTrue(members.contains("<td class=\"n severe\">-600.0</td>"), members);
  }

  @Test
  void aCharacterThatTheFontLacksIsNamed() {
    ReportContent content = new ReportContent("x \uD83D\uDE00", "", false, List.of(), List.of());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ReportPdf.of(content));
    assertTrue(refused.getMessage().contains("\uD83D\uDE00"), refused.getMessage());
  }

  @Test
  void aDateLiesInItsMonthQuarterAndYear() {
    LocalDate date = LocalDate.parse("2028-02-10");
    assertEquals(LocalDate.parse("2028-02-29"), ReportPeriod.MONTH.around(date).to());
    assertEquals(LocalDate.parse("2028-03-31"), ReportPeriod.QUARTER.around(date).to());
    assertEquals(LocalDate.parse("2028-01-01"), ReportPeriod.YEAR.around(date).from());
    for (ReportPeriod each : ReportPeriod.values()) {
      ReportPeriod.Dates dates = each.around(date);
      assertEquals(
          each == ReportPeriod.RANGE ? ReportPeriod.DAY : each,
          ReportPeriod.of(dates.from(), dates.to()));
    }
    assertEquals(ReportPeriod.RANGE, ReportPeriod.of(date, date.plusDays(1)));
  }

  @Test
  void whatDiffersByRoundingAloneIsDrawnAsNoWave() {
    ReportContent.Chart flat =
        new ReportContent.Chart("x", false, List.of("1", "2"), List.of(10_000.0, 10_000.000000002));
    assertEquals(0, flat.share(10_000.000000002), 1e-6);
    ReportContent.Chart wave =
        new ReportContent.Chart("x", false, List.of("1", "2"), List.of(10_000.0, 10_001.0));
    assertEquals(1, wave.share(10_001.0), 1e-12);
  }
}
