package org.gridclear.market.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.workflow.book.InstanceTimes;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which days workflows start: working days, weekdays, days of the month, gates. */
// Rows: O-05, D-02
class StartDaysTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 1);

  @TempDir Path folder;

  private WorkflowFixture fixture;
  private InstanceTimes times;

  @BeforeEach
  void market() {
    fixture = new WorkflowFixture("embedded", folder, "UTC");
    times = WorkflowCoordinator.times(fixture.market);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Workflow workflow(String fields) {
    String text =
        "{format: gridclear-workflows, version: 1, workflows: [{id: w, %s, nodes: [{id: a, task: export}]}]}"
            .formatted(fields);
    return WorkflowReader.read(text.getBytes(StandardCharsets.UTF_8), "test").workflows().get(0);
  }

  private List<Integer> daysOfFebruary(Workflow workflow) {
    Instant before = times.clock().startOf(FEBRUARY).minusMillis(1);
    Instant end = times.clock().startOf(FEBRUARY.plusMonths(1)).minusMillis(1);
    return times.between(workflow, before, end).stream()
        .map(start -> start.date().getDayOfMonth())
        .toList();
  }

  @Test
  void weeklyAndMonthlyAndOnTheLastDayOfAMonth() {
    String at = "start: {daysBefore: 0, time: \"10:00\"}";
    assertEquals(List.of(1, 8, 15, 22), daysOfFebruary(workflow("weekdays: [monday], " + at)));
    assertEquals(List.of(10, 28), daysOfFebruary(workflow("daysOfMonth: [10, 31], " + at)));
    Workflow monthly = workflow("daysOfMonth: [31], " + at);
    assertEquals(
        LocalDate.of(2027, 3, 31),
        times.next(monthly, Instant.parse("2027-02-28T10:00:00Z")).orElseThrow().date());
    assertThrows(
        InvalidInputException.class, () -> workflow("daysOfMonth: [0], weekdays: [mo], " + at));
  }

  /** New Year's week of 2027 by hand: 11 February is a Thursday. */
  /** A start that is many working days after its date is found, however far back the date lies. */
  @Test
  void nextStartIsFoundManyWorkingDaysAfterItsDate() {
    for (int days : List.of(0, 1, 5, 7, 10, 20, 60)) {
      String start = "start: {workingDaysAfter: %d, time: \"10:00\"}".formatted(days);
      Workflow workflow = workflow("daysOfMonth: [1], " + start);
      Instant after = Instant.parse("2027-02-03T00:00:00Z");
      Instant expected =
          LocalDate.of(2026, 1, 1)
              .datesUntil(LocalDate.of(2027, 6, 1))
              .flatMap(date -> times.starts(workflow, date).stream())
              .map(InstanceTimes.Start::at)
              .filter(at -> at.isAfter(after))
              .min(Instant::compareTo)
              .orElseThrow();
      assertEquals(
          expected, times.next(workflow, after).orElseThrow().at(), days + " working days after");
    }
  }

  @Test
  void workingDaysAreThoseOfTheSeriesAndElseOfTheWeek() {
    String series =
        """
        {"format": "gridclear-series", "version": 1, "kind": "day-type", "unit": "code",
         "source": "calendar", "knownAt": "2026-09-30T10:00+00:00", "step": "P1D",
         "from": "2027-02-11T00:00+00:00", "values": {"system": [2, 2, 0]}}
        """;
    PieceVersion.Facts facts =
        new PieceVersion.Facts(
            "calendar",
            "",
            Instant.parse("2027-02-11T00:00:00Z"),
            java.util.Optional.of(Instant.parse("2027-02-14T00:00:00Z")),
            Instant.parse("2026-09-30T10:00:00Z"));
    new PieceStore(fixture.market)
        .record(
            PieceKinds.of(SeriesKind.DAY_TYPE),
            () -> new PieceStore.Wanted(facts, series.getBytes(StandardCharsets.UTF_8)),
            "ann",
            Instant.parse("2026-10-01T00:00:00Z"));
    Workflow working = workflow("days: working, start: {daysBefore: 0, time: \"10:00\"}");
    assertEquals(
        List.of(1, 2, 3, 4, 5, 8, 9, 10, 13, 15, 16, 17, 18, 19, 22, 23, 24, 25, 26),
        daysOfFebruary(working));
    // Three working days after the 10th: 13 (a Saturday that is worked on), 15, 16.
    assertEquals(
        LocalDate.of(2027, 2, 16), times.calendar().workingDaysAfter(LocalDate.of(2027, 2, 10), 3));
  }

  @Test
  void atTheGateThatTheParametersOfTheDateSay() {
    String parameters =
        """
        {"market": "da", "from": "2026-11-02", "minutesPerPeriod": 60,
         "opens": {"daysBefore": 7, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
         "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
         "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
         "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
         "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
        """;
    MarketParameters markets =
        new MarketParameters(
            new DeclarationStore(fixture.market.database()),
            ZoneOffset.UTC,
            Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC));
    Workflow da = workflow("start: {gate: da}");
    Instant october = Instant.parse("2026-10-25T00:00:00Z");
    assertEquals(java.util.Optional.empty(), times.next(da, october));
    markets.add(parameters, "ann");
    markets.add(
        parameters
            .replace("2026-11-02", "2026-11-04")
            .replace(
                "\"gate\": {\"daysBefore\": 1, \"time\": \"09:30\"}",
                "\"gate\": {\"daysBefore\": 2, \"time\": \"10:00\"}"),
        "ann");
    // Of the 2nd and 3rd the day before, from the 4th on two days before: two on one day.
    assertEquals(
        List.of(
            "2026-11-02 at 2026-11-01T09:30:00Z",
            "2026-11-03 at 2026-11-02T09:30:00Z",
            "2026-11-04 at 2026-11-02T10:00:00Z",
            "2026-11-05 at 2026-11-03T10:00:00Z"),
        times.between(da, october, Instant.parse("2026-11-03T12:00:00Z")).stream()
            .map(start -> start.date() + " at " + start.at())
            .toList());
    assertEquals(LocalDate.of(2026, 11, 2), times.next(da, october).orElseThrow().date());
  }
}
