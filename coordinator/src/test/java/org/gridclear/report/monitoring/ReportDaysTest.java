package org.gridclear.report.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.index.IndexRow;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.index.IndexValue;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Head;
import org.gridclear.report.monitoring.ReportContent.Section;
import org.junit.jupiter.api.Test;

/** A market with several runs a date: what a report calls days are dates, not runs. */
// Rows: J-02, K-01
class ReportDaysTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-10-03T09:00:00+08:00");

  private static IndexAlarmRow alarm(int day, int cycle, int version) {
    return new IndexAlarmRow(
        100 * day + 10 * cycle + version,
        new IndexRow.ItemRow("rt", FIRST.plusDays(day), cycle, "", "lerner"),
        version,
        new IndexAlarmRow.PassedRow("severe", 0.7, 0.6),
        LATER,
        Optional.empty());
  }

  /** The Lerner index: warned of from 0.3 on, severe from 0.6 on. */
  private static StoredIndex lerner(int day, int cycle, double value) {
    IndexDefinition index = IndexCatalogues.standard().find("lerner").orElseThrow();
    DayKey key = new DayKey(Market.RT, FIRST.plusDays(day), cycle);
    DayVersion run =
        new DayVersion(key, 1, DayVersion.DRAFT, "", "", SmallDays.MADE, List.of(), Map.of());
    IndexValue of =
        new IndexValue(
            value, new double[] {value}, new TreeMap<>(), Double.isNaN(value) ? "x" : "");
    return new StoredIndex(run, "", index, "lerner " + day + " " + cycle, of);
  }

  /** What ash and birch gained by a run. */
  private static StoredIndex profit(int day, int cycle, double ash, double birch) {
    IndexDefinition index = IndexCatalogues.standard().find("member-profit").orElseThrow();
    DayKey key = new DayKey(Market.RT, FIRST.plusDays(day), cycle);
    DayVersion run =
        new DayVersion(key, 1, DayVersion.DRAFT, "", "", SmallDays.MADE, List.of(), Map.of());
    IndexValue of =
        new IndexValue(
            ash + birch,
            new double[] {ash + birch},
            new TreeMap<>(Map.of("ash", ash, "birch", birch)),
            "");
    return new StoredIndex(run, "", index, "profit " + day + " " + cycle, of);
  }

  private static Section profits(ReportLanguage language, StoredIndex... values) {
    IndexReport report =
        new IndexReport(
            new IndexReport.Facts("north", FIRST, FIRST.plusDays(3), List.of(), "CNY"),
            List.of(values),
            List.of(),
            List.of(),
            language);
    return IndexContent.of(report, ReportKind.MEMBERS).sections().get(0);
  }

  private static List<String> texts(List<Cell> row) {
    return row.stream().map(Cell::text).toList();
  }

  /** Cycles of real time overlap: 300 of two hours and 300 an hour later are not 600. */
  @Test
  void profitsOfRunsOfADateAreNotAddedUp() {
    StoredIndex[] runs = {
      profit(0, 1, 300, -20), profit(0, 2, 300, 10), profit(1, 1, -40, 30), profit(2, 0, 5, 5)
    };
    Section section = profits(ReportLanguage.EN, runs);
    assertEquals(
        "Profit and loss by run; not added up: 2026-10-01 has 2 runs, which overlap",
        section.title());
    assertEquals(
        List.of("Member", "Best run, CNY", "Worst run, CNY", "Runs at a loss", "Course"),
        section.columns().stream().map(Head::text).toList());
    assertEquals(List.of("ash", "300.0", "-40.0", "1", ""), texts(section.rows().get(0)));
    assertEquals(List.of("birch", "30.0", "-20.0", "1", ""), texts(section.rows().get(1)));
    assertEquals(List.of(300.0, 300.0, -40.0, 5.0), section.rows().get(0).get(4).course());
    assertEquals(List.of(), section.charts(), "a bar would be a sum");
    assertEquals("各场次盈亏；不予合计：2026-10-01 有 2 场，时段重叠", profits(ReportLanguage.ZH, runs).title());
  }

  @Test
  void profitsOfDatesWithOneRunEachAreAddedUp() {
    Section section =
        profits(
            ReportLanguage.EN, profit(0, 0, 300, -20), profit(1, 3, 100, 10), profit(2, 1, 50, 1));
    assertEquals("Profit and loss", section.title());
    assertEquals(
        List.of("ash", "450.0", "150.0", "300.0", "50.0", "0", ""), texts(section.rows().get(0)));
    assertEquals(List.of(450.0, -9.0), section.charts().get(0).values());
  }

  private static List<List<Cell>> rows(String title) {
    List<StoredIndex> values = new ArrayList<>();
    values.add(lerner(0, 0, 0.5));
    values.add(lerner(0, 1, 0.7));
    values.add(lerner(0, 2, 0.1));
    values.add(lerner(1, 0, 0.5));
    values.add(lerner(1, 1, 0.4));
    values.add(lerner(2, 0, 0.2));
    values.add(lerner(3, 0, Double.NaN));
    IndexReport report =
        new IndexReport(
            new IndexReport.Facts("north", FIRST, FIRST.plusDays(3), List.of(), "CNY"),
            values,
            List.of(alarm(0, 1, 1), alarm(0, 1, 2), alarm(0, 2, 1), alarm(1, 0, 1)),
            List.of(),
            ReportLanguage.EN);
    return IndexContent.of(report, ReportKind.RISK).sections().stream()
        .filter(section -> section.title().equals(title))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  @Test
  void aDateIsWarnedOfOrSevereOnceByItsWorstRun() {
    List<String> cells = rows("Market power").get(0).stream().map(Cell::text).toList();
    assertEquals("Lerner index", cells.get(0));
    assertEquals("0.200", cells.get(2), "the last that is defined");
    assertEquals("fine", cells.get(3));
    assertEquals("1", cells.get(4), "warned of: the second date");
    assertEquals("1", cells.get(5), "severe: the first date");
  }

  @Test
  void openAlarmsOfRunsAndVersionsOfADateAreOneDay() {
    List<List<Cell>> rows = rows("Open alarms");
    assertEquals(1, rows.size());
    assertEquals("2", rows.get(0).get(3).text());
    assertEquals(Optional.of(2.0), rows.get(0).get(3).value());
  }
}
