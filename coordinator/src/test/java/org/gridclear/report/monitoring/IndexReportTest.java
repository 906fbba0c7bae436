package org.gridclear.report.monitoring;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.index.IndexRow;
import org.junit.jupiter.api.Test;

class IndexReportTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-10-03T09:00:00+08:00");

  private static IndexAlarmRow alarm(int day, String index, String severity, boolean cleared) {
    return new IndexAlarmRow(
        day,
        new IndexRow.ItemRow("da", FIRST.plusDays(day), 0, "", index),
        1,
        new IndexAlarmRow.PassedRow(severity, 2500, 1800),
        LATER,
        cleared
            ? Optional.of(new IndexAlarmRow.ClearedRow("rita", LATER, "seen"))
            : Optional.empty());
  }

  private static String page(ReportLanguage language) {
    return ReportHtml.of(IndexContent.of(report(language), ReportKind.MARKET));
  }

  private static IndexReport report(ReportLanguage language) {
    return new IndexReport(
        new IndexReport.Facts(
            "north <1>", FIRST, FIRST.plusDays(2), List.of(FIRST.plusDays(1)), "yuan"),
        List.of(),
        List.of(
            alarm(0, "hhi", "warning", false),
            alarm(1, "rsi", "severe", false),
            alarm(2, "rsi", "severe", false),
            alarm(2, "lerner", "severe", true)),
        List.of(),
        language);
  }

  @Test
  void openAlarmsStandOnTopTheSevereFirstWithTheirDays() {
    String page = page(ReportLanguage.EN);
    assertTrue(page.indexOf(">severe</td><td>rsi</td><td>system</td><td class=\"n\">2<") > 0, page);
    assertTrue(page.indexOf(">warning</td><td>hhi</td>") > page.indexOf(">severe</td>"), page);
    assertTrue(page.contains("1,800"), "the limit");
    assertFalse(page.contains("lerner"), "it was cleared");
  }

  @Test
  void datesWithoutResultsAreSaidAndNamesAreText() {
    String page = page(ReportLanguage.ZH);
    assertTrue(page.contains("无结果日期：1 (2026-10-02 …)"), page);
    assertTrue(page.contains("north &lt;1&gt;"), page);
    assertTrue(page.contains("严重"), page);
  }
}
